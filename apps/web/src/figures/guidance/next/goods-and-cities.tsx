import type { Guided } from '../../../api/guidance.client.ts';
import { money, number, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';

/** Commodity groups and eastern cities as seen from a park; nothing where the statistics tell no goods. */
export function GoodsAndCities({ goods, cities }: Pick<Guided<'park-next'>['result'], 'goods' | 'cities'>) {
  const { t, of, language } = useWords();
  return (
    <>
      {goods.length > 0 ? (
        <section>
          <h2>{t('guidanceNext.goods')}</h2>
          <p className="quiet">{t('guidanceNext.goodsLead')}</p>
          <div className="wide">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('guidanceNext.group')}</th>
                  {(['movable', 'pull', 'take', 'probability', 'potential'] as const).map((column) => (
                    <th key={column} scope="col" className="num">
                      {t(`guidanceNext.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {goods.map(({ group, names, movable, pull, take, probability, potential }) => (
                  <tr key={group}>
                    <th scope="row">{of(names)}</th>
                    <td className="num">{money(movable, language)}</td>
                    <td className="num">{number(pull, language, 2)}</td>
                    <td className="num">{number(take, language, 2)}</td>
                    <td className="num">
                      {probability === null ? t('receipt.unknown') : percent(100 * probability, language, 0)}
                    </td>
                    <td className="num">{number(potential, language, 2)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ) : null}
      {cities.length > 0 ? (
        <section>
          <h2>{t('guidanceNext.cities')}</h2>
          <p className="quiet">{t('guidanceNext.citiesLead')}</p>
          <div className="wide">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('guidanceNext.eastern')}</th>
                  <th scope="col" className="num">
                    {t('guidanceNext.leaves')}
                  </th>
                  <th scope="col" className="num">
                    {t('guidanceNext.fits')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {cities.map(({ place, names, leaves, fits }) => (
                  <tr key={place}>
                    <th scope="row">{of(names)}</th>
                    <td className="num">{money(leaves, language)}</td>
                    <td className="num">{money(fits, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ) : null}
    </>
  );
}
