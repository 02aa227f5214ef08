import type { Guided } from '../../../api/guidance.client.ts';
import { change, money, number, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';

export type Advice = Guided<'pairing-advice'>['result'];
export type AdvisedPair = Advice['proposed'][number];

/** What would pass, in a line. */
export function PassingGoods({ pair, groups }: { pair: AdvisedPair; groups: Advice['groups'] }) {
  const { t, of, language } = useWords();
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return (
    <>
      {pair.goods
        .map(({ group, shed }) =>
          t('pairs.goodsOf', {
            name: of(names.get(group) ?? { zh: group, en: group }),
            shed: money(shed, language),
          }),
        )
        .join(t('list.comma'))}
    </>
  );
}

/** Every term of a pair as each side sees it, and the goods that stand behind the first. */
export function PairTerms({ pair, advice }: { pair: AdvisedPair; advice: Advice }) {
  const { t, of, language } = useWords();
  const names = new Map(advice.groups.map(({ id, name }) => [id, name]));
  const weights = new Map(advice.weights.map(({ term, weight }) => [term, weight]));
  const share = (value: number | null | undefined) =>
    percent(value == null ? null : 100 * value, language, 0);
  const amountOf = ({ term, amount }: AdvisedPair['terms'][number]) => {
    if (amount === null) return percent(null, language);
    if (term === 'goods') return t('pairs.aYear', { value: money(amount, language) });
    if (term === 'distance') return t('pairs.km', { value: number(amount, language) });
    if (term === 'links') return t('pairs.yuanPerYuan', { value: number(amount, language, 2) });
    return t('pairs.pairings', { value: amount });
  };
  return (
    <details>
      <summary>{t('pairs.details')}</summary>
      <div className="wide">
        <table className="plain as-lines">
          <thead>
            <tr>
              <th scope="col">{t('pairs.details')}</th>
              {(['amount', 'forCity', 'forPark', 'weight'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`pairs.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pair.terms.map((one) => (
              <tr key={one.term}>
                <th scope="row" title={t(`pairs.termLead.${one.term}`)}>
                  {t(`pairs.term.${one.term}`)}
                </th>
                <td className="num" data-label={t('pairs.amount')}>
                  {amountOf(one)}
                </td>
                <td className="num" data-label={t('pairs.forCity')}>
                  {share(one.forCity)}
                </td>
                <td className="num" data-label={t('pairs.forPark')}>
                  {share(one.forPark)}
                </td>
                <td className="num" data-label={t('pairs.weight')}>
                  {share(weights.get(one.term))}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('pairs.score')}</th>
              <td />
              <td className="num strong" data-label={t('pairs.forCity')}>
                {share(pair.cityScore)}
              </td>
              <td className="num strong" data-label={t('pairs.forPark')}>
                {share(pair.parkScore)}
              </td>
              <td />
            </tr>
          </tbody>
        </table>
        <table className="plain as-lines">
          <thead>
            <tr>
              <th scope="col">{t('pairs.group')}</th>
              {(['shed', 'density', 'gain', 'take'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`pairs.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pair.goods.map(({ group, shed, density, gain, take }) => (
              <tr key={group}>
                <th scope="row">{of(names.get(group) ?? { zh: group, en: group })}</th>
                <td className="num" data-label={t('pairs.shed')}>
                  {money(shed, language)}
                </td>
                <td className="num" data-label={t('pairs.density')}>
                  {percent(density, language, 0)}
                </td>
                <td className="num" data-label={t('pairs.gain')}>
                  {change(gain === null ? null : 100 * gain, language)}
                </td>
                <td className="num" data-label={t('pairs.take')}>
                  {t('pairs.takeOf', { percent: share(take) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
