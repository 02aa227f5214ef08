import { useQuery } from '@tanstack/react-query';
import { Drawer, Tag } from 'antd';
import { asks } from '../../api/asks.ts';
import { guidanceAsk } from '../../api/guidance.asks.ts';
import { money, number, percent } from '../../words/amount.ts';
import { valueText } from '../../words/figure-text.ts';
import { useWords } from '../../words/words.ts';
import { Cite, citing, Sources } from '../cited-sources.tsx';
import { Skeleton, Trouble } from '../state.tsx';
import { GuidanceReceiptButton } from './guidance-receipt.tsx';
import { type Leaving, MayMove, Pressure, type PressureRow } from './pressure.table.tsx';

/** One city: what the pressure on it is made of, all its groups, and to where it is implied to have given. */
export function PressureDrawer({ place, group, close }: { place: string; group: string; close: () => void }) {
  const { t, of } = useWords();
  const { data, error } = useQuery(guidanceAsk('leaving', { place }));
  const row = data?.result.rows.find((one) => one.group === group) ?? data?.result.rows[0];
  return (
    <Drawer
      title={row ? of(row.names) : t('leaving.city')}
      open
      onClose={close}
      size={680}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {error ? <Trouble error={error} /> : null}
      {data && row ? (
        <div className="receipt guided">
          <Made row={row} result={data.result} />
          <Groups result={data.result} />
          <Given place={place} group={row.group} />
          <GuidanceReceiptButton receipt={data.receipt} name={t('guidance.pages.guidanceLeaving')} />
        </div>
      ) : error ? null : (
        <Skeleton height={360} />
      )}
    </Drawer>
  );
}

/** The parts of the pressure, each with its number, and what costs rest on. */
function Made({ row, result }: { row: PressureRow; result: Leaving }) {
  const { t, of, language } = useWords();
  const { weights, groups, costs, months } = result;
  const group = groups.find(({ id }) => id === row.group);
  const there = costs.map((cost) => ({
    ...cost,
    here: cost.places.find(({ place }) => place === row.place),
  }));
  const cited = citing([
    group?.pay?.source,
    ...there.flatMap(({ here, parks }) => [here?.source, ...parks.map(({ source }) => source)]),
  ]);
  const whole = row.parts.reduce(
    (sum, { part }) => sum + (weights.find((one) => one.part === part)?.weight ?? 0),
    0,
  );
  return (
    <>
      <p>
        {result.synthetic ? <Tag color="purple">{t('guidance.synthetic')}</Tag> : null}
        {group ? of(group.names) : row.group} · {t('leaving.pressure')} <Pressure row={row} />
      </p>
      <p className="quiet">{t('leaving.rankSaid', { rank: row.rank, from: row.rankFrom, to: row.rankTo })}</p>
      <div className="wide">
        <table className="plain" aria-label={t('leaving.madeOf')}>
          <thead>
            <tr>
              <th scope="col">{t('leaving.part')}</th>
              <th scope="col" className="num">
                {t('leaving.value')}
              </th>
              <th scope="col" className="num">
                {t('leaving.score')}
              </th>
              <th scope="col" className="num">
                {t('leaving.weight')}
              </th>
            </tr>
          </thead>
          <tbody>
            {row.parts.map(({ part, value, score }) => {
              const weighed = weights.find((one) => one.part === part);
              return (
                <tr key={part}>
                  <th scope="row">
                    {t(`leaving.parts.${part}`)}
                    <br />
                    <small className="quiet">{t(`leaving.partIs.${part}`, { months })}</small>
                  </th>
                  <td className="num">
                    {value === null ? t('receipt.unknown') : valueText(value, weighed?.unit ?? '', language)}
                    {part === 'labour-intensity' ? <Cite number={cited.of(group?.pay?.source)} /> : null}
                  </td>
                  <td className="num">{score === null ? '—' : number(score, language, 2)}</td>
                  <td className="num">{percent((100 * (weighed?.weight ?? 0)) / whole, language, 0)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {there.map((cost) => (
        <CostThere key={cost.cost} cost={cost} cite={cited.of} />
      ))}
      <Sources ids={cited.ids} />
    </>
  );
}

/** One cost in the city, and in the cities of the parks. */
function CostThere({
  cost: { names, here, parkMedian, levelOf, parks },
  cite,
}: {
  cost: Leaving['costs'][number] & { here: Leaving['costs'][number]['places'][number] | undefined };
  cite: (source: string | undefined) => number | undefined;
}) {
  const { t, of, language } = useWords();
  const places = useQuery(asks.places());
  const nameOf = (code: string) => {
    const place = places.data?.places.find((one) => one.code === code);
    return place ? of(place.name) : code;
  };
  return (
    <>
      <p>
        {of(names)}: {here ? valueText(here.level, here.unit, language) : t('receipt.unknown')}
        <Cite number={cite(here?.source)} />{' '}
        {here ? (
          <small className="quiet">
            {t(here.of === here.place ? 'leaving.ofDate' : 'leaving.ofProvince', {
              date: levelOf ?? here.date,
            })}
          </small>
        ) : null}
      </p>
      {parkMedian === null ? (
        <p className="quiet">{t('leaving.noParkCost')}</p>
      ) : (
        <details>
          <summary>
            {t('leaving.parkMedian', {
              value: valueText(parkMedian, parks[0]?.unit ?? '', language),
              count: parks.length,
            })}
          </summary>
          <ul className="dotted">
            {parks.map(({ place, of: area, level, unit, date, source }) => (
              <li key={place}>
                {nameOf(place)} {valueText(level, unit, language)}
                <Cite number={cite(source)} />{' '}
                <small className="quiet">
                  {t(area === place ? 'leaving.ofDate' : 'leaving.ofProvince', { date })}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Groups({ result: { rows, groups } }: { result: Leaving }) {
  const { t, of, language } = useWords();
  if (rows.length < 2) return null;
  const nameOf = new Map(groups.map(({ id, names }) => [id, of(names)]));
  return (
    <>
      <h3>{t('leaving.allGroups')}</h3>
      <div className="wide">
        <table className="plain" aria-label={t('leaving.allGroups')}>
          <thead>
            <tr>
              <th scope="col">{t('leaving.group')}</th>
              <th scope="col">{t('leaving.pressure')}</th>
              <th scope="col" className="num">
                {t('leaving.movable')}
              </th>
              <th scope="col" className="num">
                {t('leaving.exports')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.group}>
                <th scope="row">{nameOf.get(row.group) ?? row.group}</th>
                <td>
                  <Pressure row={row} />
                </td>
                <td className="num">
                  <MayMove row={row} />
                </td>
                <td className="num">{money(row.exports, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const shown = 8;

/** To where what the city lost is implied to have gone. */
function Given({ place, group }: { place: string; group: string }) {
  const { t, of, language } = useWords();
  const { data } = useQuery(guidanceAsk('flows', group === 'all' ? { place } : { place, group }));
  if (!data) return null;
  const { flows, places } = data.result;
  const given = flows.filter(({ from }) => from === place).slice(0, shown);
  const names = new Map(places.map(({ code, names }) => [code, of(names)]));
  return (
    <>
      <h3>{t('leaving.given')}</h3>
      {given.length === 0 ? <p className="quiet">{t('leaving.nothingGiven')}</p> : null}
      <ul className="dotted">
        {given.map(({ to, flow, lower, upper }) => (
          <li key={to}>
            {names.get(to) ?? to} {money(flow, language)}{' '}
            <small className="quiet">
              {t('leaving.between', { from: money(lower, language), to: money(upper, language) })}
            </small>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('leaving.implied')}</p>
    </>
  );
}
