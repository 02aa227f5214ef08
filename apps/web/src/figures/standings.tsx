import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Slider } from 'antd';
import { useDeferredValue, useState } from 'react';
import { assessmentAsks, type Framework, reportAddress, type Standing } from '../api/assessment.asks.ts';
import { paths } from '../paths.ts';
import { number, percent } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { Pages } from './pages.tsx';
import { Trouble } from './state.tsx';

const size = 50;

/** Scores and ranks with their intervals, and how the ranks would be under other weights. */
export function Standings({ id, framework }: { id: string; framework: Framework }) {
  const { t, of, language } = useWords();
  const [page, setPage] = useState(1);
  const [factors, setFactors] = useState<Record<string, number>>({});
  const asked = useDeferredValue(weightsOf(framework, factors));
  const { data, error } = useQuery(assessmentAsks.ranking(id, page, size, asked));
  if (error) return <Trouble error={error} />;
  if (!data) return null;
  if (data.total === 0) {
    return (
      <section aria-label={t('assess.ranks')}>
        <h2>{t('assess.ranks')}</h2>
        <p className="quiet">{t('assess.ranksHidden')}</p>
      </section>
    );
  }
  const moved = asked !== undefined;
  return (
    <section aria-label={t('assess.ranks')}>
      <h2>{t('assess.ranks')}</h2>
      <p className="quiet">{t('assess.ranksLead')}</p>
      <p className="report-files">
        {t('assess.report')}{' '}
        <a href={reportAddress(id, 'docx')} download>
          {t('assess.docx')}
        </a>{' '}
        <a href={reportAddress(id, 'xlsx')} download>
          {t('assess.xlsx')}
        </a>
      </p>
      <div className="wide">
        <table className="plain standings" aria-label={t('assess.ranks')}>
          <thead>
            <tr>
              <th scope="col" className="num">
                {t('assess.rank')}
              </th>
              <th scope="col">{t('assess.park')}</th>
              <th scope="col">{t('assess.interval')}</th>
              {moved ? (
                <>
                  <th scope="col" className="num">
                    {t('assess.under')}
                  </th>
                  <th scope="col">{t('assess.change')}</th>
                </>
              ) : null}
              <th scope="col" className="num">
                {t('assess.total')}
              </th>
              {framework.groups.map(({ id: group, names }) => (
                <th key={group} scope="col" className="num">
                  {of(names)}
                </th>
              ))}
              <th scope="col" className="num">
                {t('assess.unknown')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.standings.map((one) => (
              <tr key={one.park}>
                <td className="num">{one.rank}</td>
                <th scope="row">
                  <Link to={paths.parkAssessment} params={{ id: one.assessment }}>
                    {of(one.names)}
                  </Link>{' '}
                  <small>{t(`region.${one.region}`, { defaultValue: one.region })}</small>
                </th>
                <td>
                  <IntervalBar standing={one} of={data.total} />
                </td>
                {moved ? (
                  <>
                    <td className="num">{one.under?.rank ?? ''}</td>
                    <td>
                      <Moved by={one.under ? one.rank - one.under.rank : 0} />
                    </td>
                  </>
                ) : null}
                <td className="num">
                  <b>{number(one.total, language, 2)}</b>
                </td>
                {one.groups.map((points, g) => (
                  <td key={framework.groups[g]?.id ?? g} className="num">
                    {number(points, language, 1)}
                  </td>
                ))}
                <td className="num">{percent(one.unknown, language, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pages page={page} pages={Math.ceil(data.total / size)} onPage={setPage} />
      <fieldset className="sensitivity">
        <legend>{t('assess.sensitivity')}</legend>
        <p className="quiet">{t('assess.sensitivityLead')}</p>
        {framework.groups.map(({ id: group, names, weight }) => (
          <div key={group} className="sensitivity-row">
            <span>{of(names)}</span>
            <Slider
              min={0}
              max={100}
              value={Math.round(factors[group] ?? weight)}
              ariaLabelForHandle={t('assess.groupWeight', { group: of(names) })}
              onChange={(value: number) => setFactors((was) => ({ ...was, [group]: value }))}
            />
            <output>{Math.round(factors[group] ?? weight)}</output>
          </div>
        ))}
        <Button size="small" disabled={!moved} onClick={() => setFactors({})}>
          {t('assess.reset')}
        </Button>
      </fieldset>
    </section>
  );
}

/** Every group weighs what its slider says, within it as before; nothing where no slider was moved. */
function weightsOf({ groups }: Framework, factors: Record<string, number>): string | undefined {
  const moved = groups.filter(({ id, weight }) => (factors[id] ?? weight) !== weight);
  if (moved.length === 0 || groups.every(({ id, weight }) => (factors[id] ?? weight) === 0)) return undefined;
  return moved
    .flatMap(({ id, weight, indicators }) =>
      indicators.map((one) => {
        const share = weight > 0 ? one.weight / weight : 1 / indicators.length;
        return `${one.id}:${Number(((factors[id] ?? weight) * share).toFixed(4))}`;
      }),
    )
    .join(',');
}

/** From the best rank of the interval to the worst, with the rank itself marked. */
function IntervalBar({ standing: { rank, from, to }, of }: { standing: Standing; of: number }) {
  const { t } = useWords();
  const at = (position: number) => `${(100 * position) / of}%`;
  return (
    <span className="interval">
      <span className="interval-bar" aria-hidden="true">
        <span style={{ left: at(from - 1), width: at(to - from + 1) }} />
        <i style={{ left: at(rank - 0.5) }} />
      </span>{' '}
      {from === to ? from : t('assess.intervalOf', { from, to })}
    </span>
  );
}

function Moved({ by }: { by: number }) {
  const { t } = useWords();
  if (by === 0) return <span className="quiet">{t('assess.same')}</span>;
  return <b>{t(by > 0 ? 'assess.up' : 'assess.down', { count: Math.abs(by) })}</b>;
}
