import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Parameters } from '../../api/http.client.ts';
import { projectAsks } from '../../api/project.asks.ts';
import type { Pair, Results } from '../../api/project.client.ts';
import { Choice } from '../../forms/choice.form.tsx';
import { paths } from '../../paths.ts';
import type { ProjectsState } from '../../url-state.projects.ts';
import { money, number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { SampleMark } from '../record-head.tsx';
import { Empty, Skeleton, Trouble } from '../state.tsx';
import { WaitingCurve } from './waiting-curve.tsx';

type By = NonNullable<ProjectsState['by']>;
const bys = ['park', 'origin', 'industry', 'year'] as const;
const measures = ['investment', 'jobs', 'output', 'exports'] as const;

/** What was promised and what came, in groups; how long production takes; what stands still. */
export function ProjectResults({ by, filter, onBy }: { by: By; filter: Parameters; onBy: (by: By) => void }) {
  const { t, of, language } = useWords();
  const { data, error } = useQuery(projectAsks.results({ ...filter, by }));
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={400} />;
  if (data.total.projects === 0) return <Empty title={t('results.none')} remedy={t('results.noneRemedy')} />;
  return (
    <>
      <div className="choices">
        <Choice
          label={t('results.by')}
          options={bys.map((value) => ({ value, label: t(`results.bys.${value}`) }))}
          value={by}
          onChange={onBy}
        />
      </div>
      <p className="quiet">
        {t('results.lead')}
        {data.sample ? <SampleMark /> : null}
      </p>
      <div className="wide">
        <table className="plain results" aria-label={t('projects.views.results')}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('results.group')}
              </th>
              <th scope="col" rowSpan={2} className="num">
                {t('results.projects')}
              </th>
              {measures.map((measure) => (
                <th key={measure} scope="colgroup" colSpan={3} className="num">
                  {t(`results.${measure}`)}
                </th>
              ))}
              <th scope="col" rowSpan={2} className="num">
                {t('results.median')}
              </th>
              <th scope="col" rowSpan={2} className="num">
                {t('results.stalled')}
              </th>
            </tr>
            <tr>
              {measures.flatMap((measure) =>
                (['promised', 'actual', 'kept'] as const).map((column) => (
                  <th key={`${measure} ${column}`} scope="col" className="num">
                    {t(`results.${column}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">{by === 'industry' ? `${row.code} ${of(row.name)}` : of(row.name)}</th>
                <Figures row={row} />
                <td className="num">
                  {row.median === undefined
                    ? t('results.notHalf')
                    : t('results.months', { count: row.median })}
                </td>
                <td className="num">{row.stalled || ''}</td>
              </tr>
            ))}
            <tr className="sum">
              <th scope="row">{t('results.total')}</th>
              <Figures row={data.total} />
              <td className="num">
                {data.wait.median === undefined
                  ? t('results.notHalf')
                  : t('results.months', { count: data.wait.median })}
              </td>
              <td className="num">{number(data.stalled.length, language)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      {data.more > 0 ? <p className="quiet">{t('results.more', { count: data.more })}</p> : null}
      <WaitingCurve wait={data.wait} />
      <Stalled stalled={data.stalled} />
    </>
  );
}

function Figures({ row }: { row: Results['total'] }) {
  const { language } = useWords();
  return (
    <>
      <td className="num">{number(row.projects, language, row.projects % 1 === 0 ? 0 : 1)}</td>
      {measures.map((measure) => (
        <PairCells key={measure} pair={row[measure]} people={measure === 'jobs'} />
      ))}
    </>
  );
}

/** What has no result yet is not a result of nothing. */
type PairSoFar = Omit<Pair, 'actual'> & { actual: number | undefined };

/** Promised, actual, and what part that is. */
export function PairCells({ pair, people = false }: { pair: PairSoFar; people?: boolean }) {
  const { language } = useWords();
  const say = (value: number) => (people ? number(value, language) : money(value, language));
  return (
    <>
      <td className="num">{say(pair.promised)}</td>
      <td className="num">{pair.actual === undefined ? '—' : say(pair.actual)}</td>
      <td className="num strong">
        {pair.promised > 0 && pair.actual !== undefined
          ? percent((100 * pair.actual) / pair.promised, language, 0)
          : '—'}
      </td>
    </>
  );
}

function Stalled({ stalled }: { stalled: Results['stalled'] }) {
  const { t, of } = useWords();
  return (
    <section aria-labelledby="stalled-title">
      <h2 id="stalled-title">{t('results.stalledTitle')}</h2>
      {stalled.length === 0 ? (
        <p className="quiet">{t('results.noStalled')}</p>
      ) : (
        <table className="plain narrow" aria-label={t('results.stalledTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('projects.name')}</th>
              <th scope="col">{t('results.from')}</th>
              <th scope="col" className="num">
                {t('results.for')}
              </th>
            </tr>
          </thead>
          <tbody>
            {stalled.map(({ id, name, from, months }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={paths.project} params={{ id }}>
                    {name}
                  </Link>
                </th>
                <td>{of(from)}</td>
                <td className="num">{t('results.months', { count: months })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
