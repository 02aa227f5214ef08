import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Assessment, assessmentAsks, plurals } from '../api/assessment.asks.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { projectAsks } from '../api/project.asks.ts';
import { AssessmentResultTable } from '../figures/assessment-result.tsx';
import { Characteristics } from '../figures/characteristics.tsx';
import { PartyAgreement } from '../figures/party-agreement.tsx';
import { PartyAnswers } from '../figures/party-answers.tsx';
import { PrefilledTable } from '../figures/prefilled.table.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts, type Asked } from '../forms/acts.form.tsx';
import { CharacteristicsForm } from '../forms/characteristics.form.tsx';
import { SettleForm } from '../forms/settle.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.parkAssessment);

/** One park in one round: its result and how it came about, what it is good at, and what is known of it. */
export function ParkAssessmentPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const { data: record, error } = useQuery(programmeAsks.record<Assessment>(plurals.assessment, id));
  const round = record?.content.round ?? '';
  const framework = useQuery({ ...assessmentAsks.framework(round), enabled: round !== '' });
  const { data: choices } = useQuery(projectAsks.choices());
  useDocumentWords(record ? of(record.title) : t('assess.assessment'));
  if (error ?? framework.error) return <Trouble error={error ?? framework.error} />;
  if (!record || !framework.data) return <Skeleton height="60vh" />;
  const { content } = record;
  const may = (act: string) => record.possible.some((one) => one.act === act && one.allowed);
  const asked: Record<string, Asked[]> = {
    respond: [{ name: 'text', label: t('assess.respond') }],
    invite: [
      {
        name: 'organisation',
        label: t('assess.organisation'),
        type: 'choice',
        options: [...(choices?.companies ?? []), ...(choices?.partners ?? [])].map(({ code, name }) => ({
          value: code,
          label: of(name),
        })),
      },
      {
        name: 'party',
        label: t('assess.inviteParty'),
        type: 'choice',
        options: (['tenant', 'partner'] as const).map((value) => ({
          value,
          label: t(`assess.party.${value}`),
        })),
      },
    ],
  };
  const { framework: by, rules } = framework.data;
  return (
    <div className="page">
      <p className="quiet">
        <Link to={paths.assessmentRound} params={{ id: round }}>
          {t('assess.seeRound')}
        </Link>
      </p>
      <RecordHead record={record} />
      <Acts plural={plurals.assessment} record={record} asked={asked} without={['describe', 'settle']} />
      <Characteristics record={record} framework={by} />
      {may('describe') ? <CharacteristicsForm record={record} key={`text ${record.version}`} /> : null}
      {content.result ? (
        <>
          <AssessmentResultTable result={content.result} framework={by} rules={rules} />
          <PartyAgreement agreement={content.result.agreement} framework={by} />
        </>
      ) : (
        <section aria-label={t('assess.result')}>
          <h2>{t('assess.result')}</h2>
          <p className="quiet">{t('assess.resultNone')}</p>
        </section>
      )}
      {content.response ? (
        <section aria-label={t('assess.response')}>
          <h2>{t('assess.response')}</h2>
          <p>{content.response.text}</p>
        </section>
      ) : null}
      {content.prefilled ? (
        <PrefilledTable
          round={round}
          framework={by}
          found={content.prefilled}
          settled={content.settled ?? {}}
        />
      ) : null}
      {content.prefilled ? <PartyAnswers assessment={id} framework={by} /> : null}
      {may('settle') ? <SettleForm record={record} framework={by} key={`settle ${record.version}`} /> : null}
      <Versions plural={plurals.assessment} id={id} version={record.version} />
    </div>
  );
}
