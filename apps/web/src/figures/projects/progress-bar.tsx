import { percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';

/** How far something is, and a mark where it was to be by now. */
export function ProgressBar({
  planned,
  actual,
}: {
  planned?: number | undefined;
  actual?: number | undefined;
}) {
  const { t, language } = useWords();
  if (planned === undefined || actual === undefined) return <span className="quiet">—</span>;
  const said = t('plan.byNow', {
    planned: percent(planned, language, 0),
    actual: percent(actual, language, 0),
  });
  return (
    <span className="progress" role="img" aria-label={said} title={said}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="ground" width="100" height="8" />
        <rect className={actual + 1 < planned ? 'behind' : 'done'} width={actual} height="8" />
        <rect className="mark" x={Math.min(99, planned)} width="1" height="8" />
      </svg>
      {percent(actual, language, 0)}
    </span>
  );
}
