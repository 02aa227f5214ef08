import type { Guided } from '../../../api/guidance.client.ts';
import { money, number } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { SampleMark } from '../../record-head.tsx';

type Ministry = Guided<'ministry-next'>['result'];

/** What is most likely to leave the east, and from where. */
export function MobileGroups({ groups }: Pick<Ministry, 'groups'>) {
  const { t, of, language } = useWords();
  if (groups.length === 0) return null;
  return (
    <section>
      <h2>{t('guidanceNext.groups')}</h2>
      <div className="wide">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('guidanceNext.group')}</th>
              {(['low', 'movable', 'high'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`guidanceNext.${column}`)}
                </th>
              ))}
              <th scope="col">{t('guidanceNext.from')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, names, low, mid, high, cities }) => (
              <tr key={group}>
                <th scope="row">{of(names)}</th>
                <td className="num">{money(low, language)}</td>
                <td className="num">{money(mid, language)}</td>
                <td className="num">{money(high, language)}</td>
                <td>{cities.map((city) => of(city.names)).join(t('list.comma'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What one more unit of each resource that the plan uses up is worth. */
export function UnitsWorth({ units, parks }: Pick<Ministry, 'units' | 'parks'>) {
  const { t, of, language } = useWords();
  const nameOf = new Map(parks.map(({ id, names }) => [id, of(names)]));
  return (
    <section>
      <h2>{t('guidanceNext.units')}</h2>
      <p className="quiet">{t(units.length > 0 ? 'guidanceNext.unitsLead' : 'guidanceNext.noUnits')}</p>
      {units.length > 0 ? (
        <div className="wide">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('guidanceNext.park')}</th>
                <th scope="col">{t('guidanceNext.resource')}</th>
                <th scope="col" className="num">
                  {t('guidanceNext.limit')}
                </th>
                <th scope="col" className="num">
                  {t('guidanceNext.worth')}
                </th>
              </tr>
            </thead>
            <tbody>
              {units.map(({ park, kind, names, unit, limit, worth, sample }) => (
                <tr key={`${park} ${kind}`}>
                  <th scope="row">{nameOf.get(park)}</th>
                  <td>
                    {of(names)} {sample ? <SampleMark /> : null}
                  </td>
                  <td className="num">
                    {number(limit, language)} {of(unit)}
                  </td>
                  <td className="num">{money(worth, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
