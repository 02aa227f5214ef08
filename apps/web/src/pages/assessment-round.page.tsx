import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { assessmentAsks, plurals, type Round } from '../api/assessment.asks.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { AssessmentProgress } from '../figures/assessment-progress.tsx';
import { FrameworkTable } from '../figures/framework.table.tsx';
import { ProposalList } from '../figures/proposal-list.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Standings } from '../figures/standings.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts, type Asked } from '../forms/acts.form.tsx';
import { WeightsForm } from '../forms/weights.form.tsx';
import { paths } from '../paths.ts';
import { periodName } from '../words/month.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.assessmentRound);

/** One round: how far it is, what came of it, by what it is judged, and what is done next. */
export function AssessmentRoundPage() {
  const { t, of, language } = useWords();
  const { id } = route.useParams();
  const { data: record, error } = useQuery(programmeAsks.record<Round>(plurals.round, id));
  const framework = useQuery(assessmentAsks.framework(id));
  useDocumentWords(record ? of(record.title) : t('assess.round'));
  if (error ?? framework.error) return <Trouble error={error ?? framework.error} />;
  if (!record || !framework.data) return <Skeleton height="60vh" />;
  const { content, state } = record;
  const reason: Asked = { name: 'reason', label: t('assess.reason') };
  const asked: Record<string, Asked[]> = {
    extend: [{ name: 'deadline', label: t('assess.deadline'), type: 'date' }],
    change: [
      { name: 'deadline', label: t('assess.deadline'), type: 'date', optional: true },
      {
        name: 'period',
        label: `${t('assess.period')}（${t('assess.periodHint')}）`,
        type: 'line',
        optional: true,
      },
      { name: 'year', label: t('assess.year'), type: 'number', optional: true },
    ],
    consult: [{ name: 'consultationUntil', label: t('assess.consultationUntil'), type: 'date' }],
    rework: [reason],
    cancel: [reason],
  };
  const may = (act: string) => record.possible.some((one) => one.act === act && one.allowed);
  return (
    <div className="page">
      <p className="quiet">
        <Link to={paths.assessment}>{t('assess.title')}</Link>
      </p>
      <RecordHead record={record}>
        <dl className="round-facts">
          <dt>{t('assess.year')}</dt>
          <dd>{content.year}</dd>
          <dt>{t('assess.period')}</dt>
          <dd>{content.period ? periodName(content.period, language) : ''}</dd>
          <dt>{t('assess.deadline')}</dt>
          <dd>{content.deadline}</dd>
          <dt>{t('assess.framework')}</dt>
          <dd>
            {of(framework.data.framework.names)}{' '}
            {t('assess.version', { version: framework.data.framework.version })}
          </dd>
        </dl>
      </RecordHead>
      <Acts plural={plurals.round} record={record} asked={asked} without={['reweight', 'decide']} />
      {content.proposals && (content.proposals.length > 0 || may('decide')) ? (
        <ProposalList record={record} framework={framework.data.framework} />
      ) : null}
      {['scored', 'consultation', 'published'].includes(state) ? (
        <Standings id={id} framework={framework.data.framework} />
      ) : null}
      {state === 'draft' ? null : <AssessmentProgress id={id} over={state === 'published'} />}
      {may('reweight') ? (
        <WeightsForm record={record} framework={framework.data.framework} key={record.version} />
      ) : null}
      <FrameworkTable {...framework.data} frozen={state !== 'draft'} />
      <Versions plural={plurals.round} id={id} version={record.version} />
    </div>
  );
}
