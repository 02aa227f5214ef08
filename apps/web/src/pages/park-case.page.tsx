import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { RecordSeen } from '../api/programme.client.ts';
import { reviewAsks } from '../api/review.asks.ts';
import { RecordHead } from '../figures/record-head.tsx';
import { Said } from '../figures/review/said.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

export const ReAssessmentPage = () => <ParkCase plural="re-assessments" />;
export const ParkExitPage = () => <ParkCase plural="park-exits" />;

/** Acts of a case that ask for words. */
const speaking = ['report', 'pass', 'fail', 'answer', 'propose', 'hear', 'exit', 'lift'];

/** One case of a park: its re-assessment or its exit, step by step. */
function ParkCase({ plural }: { plural: 're-assessments' | 'park-exits' }) {
  const { t, of } = useWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const { data: record, error, refetch } = useQuery(reviewAsks.parkCase(plural, id));
  useDocumentWords(record ? of(record.title) : t('parkCase.title'));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!record) return <Skeleton height="60vh" />;
  const { warning, report, conclusion, answer, proposal, hearing, decision } = record.content;
  return (
    <div className="page">
      <p className="quiet">
        <Link to={paths.parkCases}>{t('parkCase.title')}</Link>
      </p>
      <RecordHead record={record} />
      <Acts
        plural={plural}
        record={record as RecordSeen}
        asked={Object.fromEntries(
          speaking.map((act) => [act, [{ name: 'text', label: t('parkCase.words') }]]),
        )}
      />
      <dl className="facts">
        {warning ? (
          <>
            <dt>{t('parkCase.warning')}</dt>
            <dd className="said">{warning}</dd>
          </>
        ) : null}
        <Said said={report} label={t('parkCase.step.report')} />
        <Said said={conclusion} label={t('parkCase.step.conclusion')} />
        <Said said={answer} label={t('parkCase.step.answer')} />
        <Said said={proposal} label={t('parkCase.step.proposal')} />
        <Said said={hearing} label={t('parkCase.step.hearing')} />
        <Said said={decision} label={t('parkCase.step.decision')} />
      </dl>
      <Versions plural={plural} id={id} version={record.version} />
    </div>
  );
}
