import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CompanyPlan, ComparedPlace, Comparison } from '../../api/company.client.ts';
import { paths } from '../../paths.ts';
import { columnUnit, inColumn } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { ItemDrawer } from './item.drawer.tsx';

/** Every park on a line, the least cost first: what it costs in all, a year, and item by item. */
export function ComparedTable({
  comparison,
  plan,
  record,
}: {
  comparison: Comparison;
  plan: CompanyPlan;
  /** The record of the plan, where there is one to enter one's own figures in. */
  record: string | undefined;
}) {
  const { t, of, language } = useWords();
  const [open, setOpen] = useState<{ place: ComparedPlace; item: string }>();
  const { places, horizon, compared } = comparison;
  const items = (places[0]?.items ?? []).map(({ item, names }) => ({ item, names }));
  const unit = columnUnit(
    places.flatMap(({ items: some }) => some.map(({ npv }) => npv ?? null)),
    language,
  );
  const each = (yuan: number) => inColumn(yuan, unit, language);
  return (
    <section aria-labelledby="compared-title">
      <h2 id="compared-title">{t('move.table')}</h2>
      <p className="quiet">
        {t('move.tableLead', { unit: unit.name })} {t('move.tableCompared', { count: compared.length })}
      </p>
      <div className="wide">
        <table className="plain beside-parks" aria-label={t('move.table')}>
          <thead>
            <tr>
              <th scope="col">{t('move.park')}</th>
              <th scope="col" className="num">
                {t('move.npv')}
              </th>
              <th scope="col" className="num">
                {t('move.perYear')}
              </th>
              {items.map(({ item, names }) => (
                <th key={item} scope="col" className="num">
                  {of(names)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place.park}>
                <th scope="row">
                  <b className="rank">{place.rank}</b>{' '}
                  <Link to={paths.park} params={{ id: place.park }}>
                    {of(place.names)}
                  </Link>
                </th>
                <td className="num strong">{each(place.compared.npv)}</td>
                <td className="num">
                  {each(place.compared.years.reduce((sum, yuan) => sum + yuan, 0) / horizon)}
                </td>
                {items.map(({ item, names }) => {
                  const one = place.items.find((some) => some.item === item);
                  return (
                    <td key={item} className="num">
                      <button
                        type="button"
                        className={one?.compared ? 'linkish' : 'linkish beyond'}
                        aria-label={t('move.cell', { park: of(place.names), item: of(names) })}
                        onClick={() => setOpen({ place, item })}
                      >
                        {one?.npv === undefined ? t('move.unknown') : each(one.npv)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LeftOut comparison={comparison} />
      <ItemDrawer
        comparison={comparison}
        plan={plan}
        record={record}
        open={open}
        close={() => setOpen(undefined)}
      />
    </section>
  );
}

/** Items that are unknown somewhere are in no sum: which, where, and what is missing. */
function LeftOut({ comparison: { leftOut, places, ofDifferentYears } }: { comparison: Comparison }) {
  const { t, of } = useWords();
  const nameOf = (code: string) => {
    const found = places.find((place) => place.code === code);
    return found ? of(found.names) : code;
  };
  const itemName = (item: string) => {
    const found = places[0]?.items.find((one) => one.item === item);
    return found ? of(found.names) : item;
  };
  return (
    <>
      {leftOut.length > 0 ? (
        <>
          <h3>{t('move.leftOut')}</h3>
          <ul className="dotted">
            {leftOut.map(({ item, unknownIn, missing }) => (
              <li key={item}>
                {t('move.leftOutItem', {
                  item: itemName(item),
                  where:
                    unknownIn.length === places.length
                      ? t('move.everywhere')
                      : unknownIn.map(nameOf).join(t('list.comma')),
                  missing: [...new Set(missing.map(({ names }) => of(names)))].join(t('list.comma')),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {ofDifferentYears.length > 0 ? (
        <p className="quiet">
          {t('move.differentYears', {
            list: ofDifferentYears
              .map(({ names, from, to }) => `${of(names)} ${from}–${to}`)
              .join(t('list.comma')),
          })}
        </p>
      ) : null}
    </>
  );
}
