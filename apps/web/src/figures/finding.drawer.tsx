import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { asks } from '../api/asks.ts';
import type { FindingWhole, QualitySource } from '../api/types.ts';
import { DecisionForm } from '../forms/decision.form.tsx';
import { paths } from '../paths.ts';
import { exploreFinding } from '../url-state.finding.ts';
import { money, number } from '../words/amount.ts';
import { numberOfFinding, reasonOf, sourceName, subjectOf, type Told, whenOf } from '../words/finding.ts';
import { useWords } from '../words/words.ts';
import { Severity } from './finding-list.tsx';
import { SeriesChart } from './series.chart.tsx';
import { Skeleton, Trouble } from './state.tsx';

interface Props {
  id: number;
  desk: boolean;
  sources: readonly QualitySource[];
  close: () => void;
}

/** One finding: why, its numbers and series, what it rests on, and what was decided. */
export function FindingDrawer({ id, desk, sources, close }: Props) {
  const { t } = useWords();
  const { data, error } = useQuery(asks.finding(id));
  return (
    <Drawer
      title={t('quality.finding', { id })}
      open
      onClose={close}
      size={640}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {error ? <Trouble error={error} /> : null}
      {data ? (
        <FindingSheet finding={data} desk={desk} sources={sources} />
      ) : error ? null : (
        <Skeleton height={320} />
      )}
    </Drawer>
  );
}

function FindingSheet({
  finding,
  desk,
  sources,
}: { finding: FindingWhole } & Pick<Props, 'desk' | 'sources'>) {
  const { t, language } = useWords();
  const { id, check, severity, state, about, amounts, judged, cells, series, loads } = finding;
  const tables = [about.shape, about.against].map((shape) => sources.find((one) => one.shape.id === shape));
  const explore = exploreFinding(finding);
  const unit = series?.unit ?? '';
  const format = (value: number | null): string =>
    value === null
      ? '—'
      : unit === 'CNY' || unit === 'USD'
        ? money(value, language, unit)
        : number(value, language, 2);
  return (
    <div className="receipt finding-sheet">
      <p>
        <Severity severity={severity} /> {t(`quality.state.${state}`)} · {t(`quality.check.${check}`)}
      </p>
      <p className="receipt-name">
        <b>{subjectOf(finding, sources, t, language)}</b> {whenOf(about, language)}
      </p>
      <p>{reasonOf(finding, t, language)}</p>
      {state === 'gone' ? <p className="caution">{t('quality.goneNow')}</p> : null}
      {state === 'reopened' ? <Changes finding={finding} /> : null}
      <p className="quiet">
        {tables.flatMap((table) => (table ? [sourceName(table, t, language)] : [])).join(' ⇄ ')}
      </p>
      <Numbers title={t('quality.amounts')} told={amounts} finding={finding} />
      <Numbers title={t('quality.judged')} told={judged} finding={finding} />
      {cells ? <Cells cells={cells} finding={finding} /> : null}
      {series ? (
        <>
          <h3>{t('quality.series')}</h3>
          <SeriesChart
            title={subjectOf(finding, sources, t, language)}
            kind="line"
            points={series.points}
            series={series.lines.map(({ name, values }) => ({ name: t(`quality.line.${name}`), values }))}
            format={format}
            height={220}
          />
        </>
      ) : null}
      {explore ? (
        <p>
          <Link to={paths.explore} search={explore}>
            {t('quality.explore')}
          </Link>
        </p>
      ) : null}
      <h3>{t('quality.decisions')}</h3>
      <Decisions finding={finding} />
      {desk && state !== 'gone' ? <DecisionForm key={id} id={id} /> : null}
      {desk ? null : <p className="quiet">{t('quality.deskOnly')}</p>}
      <h3>{t('quality.loads')}</h3>
      {loads.length === 0 ? <p className="quiet">{t('quality.noLoads')}</p> : null}
      <ul className="loads">
        {loads.map((load) => (
          <li key={load.id}>
            <b>
              #{load.id} {load.file}
            </b>
            <span className="quiet">{load.at.slice(0, 16).replace('T', ' ')}</span>
            <code title={t('receipt.checksum')}>{load.sha256}</code>
          </li>
        ))}
      </ul>
      <h3>{t('quality.how')}</h3>
      <p>{t(`quality.method.${check}`)}</p>
      <p className="quiet">
        {t('quality.howSource')} {t(`quality.source.${check}`)}
      </p>
      <p className="quiet">
        {t('quality.found', {
          first: finding.firstFound.slice(0, 10),
          last: finding.lastFound.slice(0, 10),
        })}
      </p>
    </div>
  );
}

function Numbers({ title, told, finding }: { title: string; told: Told; finding: FindingWhole }) {
  const { t, language } = useWords();
  const known = Object.entries(told).filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <dl className="numbers">
        {known.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`quality.number.${name}`)}</dt>
            <dd>{numberOfFinding(name, value, finding, language)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Cells({ cells, finding }: { cells: readonly Told[]; finding: FindingWhole }) {
  const { t, language } = useWords();
  const columns = [...new Set(cells.flatMap((cell) => Object.keys(cell)))];
  return (
    <>
      <h3>{t('quality.cells', { count: cells.length })}</h3>
      <div className="wide">
        <table className="plain" aria-label={t('quality.cells', { count: cells.length })}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {t(`quality.number.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <tr key={JSON.stringify(cell)}>
                {columns.map((name) => (
                  <td key={name}>{numberOfFinding(name, cell[name], finding, language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Changes({ finding }: { finding: FindingWhole }) {
  const { t, language } = useWords();
  return (
    <ul className="caution">
      {finding.changes.map(({ name, was, is }) => (
        <li key={name}>
          {t('quality.changed', {
            name: t(`quality.number.${name}`),
            was: numberOfFinding(name, was, finding, language),
            is: numberOfFinding(name, is, finding, language),
          })}
        </li>
      ))}
    </ul>
  );
}

function Decisions({ finding: { decisions } }: { finding: FindingWhole }) {
  const { t } = useWords();
  if (decisions.length === 0) return <p className="quiet">{t('quality.noDecision')}</p>;
  return (
    <ol className="decisions">
      {decisions.map(({ at, by, verdict, note, load }) => (
        <li key={at}>
          <b>{t(`quality.verdict.${verdict}`)}</b>
          {load === undefined ? null : ` #${load}`}{' '}
          <span className="quiet">
            {by} {at.slice(0, 16).replace('T', ' ')}
          </span>
          {note === undefined ? null : <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}
