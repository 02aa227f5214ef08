import { useWords } from '../../../words/words.ts';
import { type Advice, PassingGoods } from './advised-pair.tsx';

/** Which cities come next on the lists, and why they are not paired. */
export function NextPairs({ advice, next }: { advice: Advice; next: Advice['next'] }) {
  const { t, of } = useWords();
  if (next.length === 0) return null;
  return (
    <section>
      <details>
        <summary>
          <h2 className="in-line">{t('pairs.next')}</h2>
        </summary>
        <p className="quiet">{t('pairs.nextLead')}</p>
        <div className="wide">
          <table className="plain as-lines">
            <caption className="unseen">{t('pairs.next')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('pairs.park')}</th>
                <th scope="col">{t('pairs.city')}</th>
                <th scope="col">{t('pairs.goods')}</th>
                <th scope="col">{t('pairs.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {next.map(({ pair, why }) => (
                <tr key={`${pair.city} ${pair.park}`}>
                  <th scope="row">{of(pair.parkNames)}</th>
                  <td data-label={t('pairs.city')}>{of(pair.cityNames)}</td>
                  <td data-label={t('pairs.goods')}>
                    <PassingGoods pair={pair} groups={advice.groups} />
                  </td>
                  <td data-label={t('pairs.reason')}>{t(`pairs.why.${why}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
