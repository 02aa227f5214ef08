import type { Guided } from '../../../api/guidance.client.ts';
import { money, number, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { LinedTable } from './lined-table.tsx';

/** Commodity groups and eastern cities as seen from a park; nothing where the statistics tell no goods. */
export function GoodsAndCities({ goods, cities }: Pick<Guided<'park-next'>['result'], 'goods' | 'cities'>) {
  const { t, of, language } = useWords();
  return (
    <>
      {goods.length > 0 ? (
        <section>
          <h2>{t('guidanceNext.goods')}</h2>
          <p className="quiet">{t('guidanceNext.goodsLead')}</p>
          <LinedTable
            name={t('guidanceNext.goods')}
            head={t('guidanceNext.group')}
            columns={['movable', 'pull', 'take', 'probability', 'potential'].map((one) =>
              t(`guidanceNext.${one}`),
            )}
            rows={goods.map(({ group, names, movable, pull, take, probability, potential }) => ({
              id: group,
              head: of(names),
              cells: [
                money(movable, language),
                number(pull, language, 2),
                number(take, language, 2),
                probability === null ? t('receipt.unknown') : percent(100 * probability, language, 0),
                number(potential, language, 2),
              ],
            }))}
          />
        </section>
      ) : null}
      {cities.length > 0 ? (
        <section>
          <h2>{t('guidanceNext.cities')}</h2>
          <p className="quiet">{t('guidanceNext.citiesLead')}</p>
          <LinedTable
            name={t('guidanceNext.cities')}
            head={t('guidanceNext.eastern')}
            columns={[t('guidanceNext.leaves'), t('guidanceNext.fits')]}
            rows={cities.map(({ place, names, leaves, fits }) => ({
              id: place,
              head: of(names),
              cells: [money(leaves, language), money(fits, language)],
            }))}
          />
        </section>
      ) : null}
    </>
  );
}
