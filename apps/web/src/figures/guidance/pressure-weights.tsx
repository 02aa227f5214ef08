import { percent } from '../../words/amount.ts';
import { valueText } from '../../words/figure-text.ts';
import { useWords } from '../../words/words.ts';
import type { Leaving } from './pressure.table.tsx';

/** How pressure is reckoned: parts, weights and scales, which are judgements and are to be seen. */
export function PressureWeights({ result: { weights, horizon, months } }: { result: Leaving }) {
  const { t, language } = useWords();
  return (
    <details>
      <summary>{t('leaving.how')}</summary>
      <p className="quiet">{t('leaving.howSaid', { years: horizon })}</p>
      <div className="wide">
        <table className="plain" aria-label={t('leaving.how')}>
          <thead>
            <tr>
              <th scope="col">{t('leaving.part')}</th>
              <th scope="col" className="num">
                {t('leaving.weight')}
              </th>
              <th scope="col" className="num">
                {t('leaving.none')}
              </th>
              <th scope="col" className="num">
                {t('leaving.full')}
              </th>
            </tr>
          </thead>
          <tbody>
            {weights.map(({ part, weight, none, full, unit }) => (
              <tr key={part}>
                <th scope="row">
                  {t(`leaving.parts.${part}`)}
                  <br />
                  <small className="quiet">{t(`leaving.partIs.${part}`, { months })}</small>
                </th>
                <td className="num">{percent(weight * 100, language, 0)}</td>
                <td className="num">{valueText(none, unit, language)}</td>
                <td className="num">{valueText(full, unit, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t('leaving.drawn')}</p>
    </details>
  );
}
