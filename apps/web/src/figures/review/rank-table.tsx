import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { PanelContent, ReviewedApplications } from '../../api/review.client.ts';
import { paths } from '../../paths.ts';
import { useWords } from '../../words/words.ts';

interface Props {
  panel: Partial<PanelContent>;
  applications: ReviewedApplications['applications'];
  placeName: (code: string) => string;
  /** Where a recommendation is being made: which are chosen. */
  chosen?: readonly string[];
  onChoose?: (application: string, chosen: boolean) => void;
}

/** Applications with who judges them and how far they are; once it is closed, raw ranks beside adjusted ones. */
export function RankTable({ panel, applications, placeName, chosen, onChoose }: Props) {
  const { t, of } = useWords();
  const { ranking, names = {}, recommended } = panel;
  const rankOf = new Map(ranking?.applications.map((one) => [one.application, one]));
  const parts = ranking?.components.length ?? 1;
  const inOrder = [...applications].sort((a, b) => {
    const [first, second] = [rankOf.get(a.id), rankOf.get(b.id)];
    return (
      (first?.component ?? 0) - (second?.component ?? 0) ||
      (first?.adjustedRank ?? 0) - (second?.adjustedRank ?? 0)
    );
  });
  const columns = [
    'park',
    'place',
    'experts',
    ...(ranking ? ['raw', 'rawRank', 'adjusted', 'adjustedRank', 'interval', 'recommended'] : []),
  ];
  return (
    <div className="wide">
      <table className="plain review-ranks" aria-label={t('review.applications')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={numeric.has(column) ? 'num' : undefined}>
                {t(`review.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder.map((one) => {
            const ranked = rankOf.get(one.id);
            return (
              <tr key={one.id}>
                <th scope="row">
                  <Link to={paths.application} params={{ id: one.id }}>
                    {of(one.title)}
                  </Link>
                </th>
                <td>{placeName(one.place)}</td>
                <td>
                  <span className="judges">
                    {one.scores.map((score) => (
                      <span
                        key={score.id}
                        className="judge"
                        data-state={score.state}
                        title={t(`review.score.${score.state}`)}
                      >
                        {names[score.expert] ?? score.expert} {t(`review.mark.${score.state}`)}
                      </span>
                    ))}
                  </span>
                </td>
                {ranking ? (
                  <>
                    <td className="num">{ranked?.raw.toFixed(1)}</td>
                    <td className="num">{ranked?.rawRank}</td>
                    <td className="num">{ranked?.adjusted.toFixed(1)}</td>
                    <td className="num">
                      <b>{ranked?.adjustedRank}</b>
                      {ranked && parts > 1 ? ` (${ranked.component + 1})` : ''}
                    </td>
                    <td className="num">
                      {ranked ? <Interval interval={ranked.interval} of={applications.length} /> : null}
                    </td>
                    <td>
                      {onChoose ? (
                        <Checkbox
                          aria-label={t('review.recommend', { name: of(one.title) })}
                          checked={chosen?.includes(one.id) ?? false}
                          onChange={({ target }) => onChoose(one.id, target.checked)}
                        />
                      ) : recommended?.includes(one.id) ? (
                        t('review.yes')
                      ) : (
                        ''
                      )}
                    </td>
                  </>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const numeric = new Set(['raw', 'rawRank', 'adjusted', 'adjustedRank', 'interval']);

/** A rank interval as numbers and as a bar between first and last. */
function Interval({ interval: [best, worst], of }: { interval: [number, number]; of: number }) {
  const at = (rank: number) => `${(100 * (rank - 1)) / Math.max(1, of)}%`;
  return (
    <span className="rank-interval">
      {best === worst ? best : `${best}–${worst}`}
      <span className="bar" aria-hidden="true">
        <i style={{ left: at(best), right: `${100 - (100 * worst) / Math.max(1, of)}%` }} />
      </span>
    </span>
  );
}
