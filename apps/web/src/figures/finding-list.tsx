import { Link } from '@tanstack/react-router';
import { Pagination } from 'antd';
import type { FindingBrief, Findings, QualitySource } from '../api/types.ts';
import { paths } from '../paths.ts';
import { number } from '../words/amount.ts';
import { reasonOf, subjectOf, whenOf } from '../words/finding.ts';
import { useWords } from '../words/words.ts';
import { Empty } from './state.tsx';

interface Props {
  found: Findings;
  /** How many a page has. */
  length: number;
  page: number;
  turn: (page: number) => void;
  sources: readonly QualitySource[];
  /** Another list has been asked for and is not here yet. */
  stale: boolean;
}

/** Findings, errors first; each opens with its numbers and its decision. */
export function FindingList({ found: { findings, total }, length, page, turn, sources, stale }: Props) {
  const { t, language } = useWords();
  if (findings.length === 0) return <Empty title={t('quality.none')} remedy={t('quality.noneRemedy')} />;
  return (
    <>
      <p className="quiet" role="status">
        {t('quality.count', { count: number(total, language) })}
      </p>
      <table className={stale ? 'plain findings stale' : 'plain findings'} aria-label={t('quality.list')}>
        <thead>
          <tr>
            {(['severity', 'what', 'when', 'reason', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`quality.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <FindingRow key={finding.id} finding={finding} sources={sources} />
          ))}
        </tbody>
      </table>
      {total > length ? (
        <Pagination
          className="pages"
          current={page}
          pageSize={length}
          total={total}
          showSizeChanger={false}
          onChange={turn}
        />
      ) : null}
    </>
  );
}

function FindingRow({ finding, sources }: { finding: FindingBrief } & Pick<Props, 'sources'>) {
  const { t, language } = useWords();
  const { id, check, severity, state, verdict, about } = finding;
  return (
    <tr data-severity={severity} className={state === 'gone' ? 'gone' : undefined}>
      <td>
        <Severity severity={severity} />
      </td>
      <th scope="row">{subjectOf(finding, sources, t, language)}</th>
      <td className="when">{whenOf(about, language)}</td>
      <td className="why">
        <span className="quiet">{t(`quality.check.${check}`)}</span>
        <Link to={paths.quality} search={(was) => ({ ...was, finding: id })}>
          {reasonOf(finding, t, language)}
        </Link>
      </td>
      <td className="state">
        {t(`quality.state.${state}`)}
        {verdict === undefined ? null : <span className="quiet">{t(`quality.verdict.${verdict}`)}</span>}
      </td>
    </tr>
  );
}

/** Told by word and weight, and by colour only besides. */
export function Severity({ severity }: { severity: FindingBrief['severity'] }) {
  const { t } = useWords();
  return (
    <span className="severity" data-severity={severity}>
      {t(`quality.severity.${severity}`)}
    </span>
  );
}
