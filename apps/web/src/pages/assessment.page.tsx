import { useQuery } from '@tanstack/react-query';
import { assessmentAsks, plurals } from '../api/assessment.asks.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { RecordTable } from '../figures/record-table.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { NewRoundForm } from '../forms/new-round.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** Rounds of assessment, what one has to answer, and by what parks are assessed. */
export function AssessmentPage() {
  const { t } = useWords();
  useDocumentWords(t('assess.title'));
  const session = useQuery(programmeAsks.session());
  const role = session.data?.asker?.role ?? 'public';
  const answers = ['park', 'partner', 'company'].includes(role);
  const rounds = useQuery(programmeAsks.list(plurals.round, { sort: 'changed' }));
  const asked = useQuery({ ...programmeAsks.list(plurals.answer, { sort: 'due' }), enabled: answers });
  const own = useQuery({
    ...programmeAsks.list(plurals.assessment, {
      sort: 'changed',
      organisation: session.data?.asker?.organisation,
    }),
    enabled: role === 'park',
  });
  const trouble = session.error ?? rounds.error ?? asked.error ?? own.error;
  if (trouble) return <Trouble error={trouble} />;
  if (!rounds.data || !session.data) return <Skeleton height="60vh" />;
  const { mayCreate } = rounds.data;
  const columns = [t('assess.round'), t('assess.due')] as const;
  return (
    <div className="page">
      <h1>{t('assess.title')}</h1>
      <p className="quiet">{t('assess.lead')}</p>
      {answers ? (
        <section>
          <h2>{t('assess.answers')}</h2>
          {asked.data && asked.data.records.length > 0 ? (
            <RecordTable
              records={asked.data.records}
              page={paths.assessmentAnswer}
              label={t('assess.answers')}
              columns={columns}
            />
          ) : (
            <p className="quiet">{t('assess.answersNone')}</p>
          )}
        </section>
      ) : null}
      {own.data && own.data.records.length > 0 ? (
        <section>
          <h2>{t('assess.own')}</h2>
          <RecordTable
            records={own.data.records}
            page={paths.parkAssessment}
            label={t('assess.own')}
            columns={columns}
          />
        </section>
      ) : null}
      <section>
        <h2>{t('assess.rounds')}</h2>
        {rounds.data.records.length > 0 ? (
          <RecordTable
            records={rounds.data.records}
            page={paths.assessmentRound}
            label={t('assess.rounds')}
            columns={columns}
          />
        ) : (
          <Empty
            title={t('assess.none')}
            remedy={t(mayCreate ? 'assess.noneRemedy' : 'assess.noneShownRemedy')}
          />
        )}
      </section>
      {mayCreate ? <NewRoundForm /> : null}
      <FrameworksInTheBox />
    </div>
  );
}

/** Frameworks of the pack, and schemes that are known in part. */
function FrameworksInTheBox() {
  const { t, of } = useWords();
  const { data } = useQuery(assessmentAsks.frameworks());
  if (!data) return null;
  return (
    <section>
      <h2>{t('assess.frameworks')}</h2>
      {data.frameworks.map((one) => (
        <article key={one.id} className="in-the-box">
          <h3>
            {of(one.names)} <span className="state-tag">{t(`assess.standing.${one.standing}`)}</span>
          </h3>
          <p className="quiet">{of(one.note)}</p>
        </article>
      ))}
      {data.precedents.map((one) => (
        <article key={one.id} className="in-the-box">
          <h3>
            {of(one.names)} <span className="state-tag">{t('assess.precedent')}</span>
          </h3>
          <dl className="facts">
            <dt>{t('assess.precedentWeights')}</dt>
            <dd>{one.groupWeights.map((weight) => `${weight}%`).join(' / ')}</dd>
            <dt>{t('assess.precedentKnown')}</dt>
            <dd>{one.knownIndicators.map((known) => of(known)).join(t('list.comma'))}</dd>
            <dt>{t('assess.precedentExit')}</dt>
            <dd>{of(one.exit)}</dd>
          </dl>
          <p className="quiet">{of(one.note)}</p>
        </article>
      ))}
    </section>
  );
}
