import { number } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import type { Prediction } from './prediction.table.tsx';

/** What the model has learnt: how far one usual step more of each feature moves the odds, and how sure that is. */
export function ModelWeights({ result: { weights, leftOut, penalty } }: { result: Prediction }) {
  const { t, language } = useWords();
  const times = (logOdds: number) => number(Math.exp(logOdds), language, 2);
  const strongest = weights.toSorted((a, b) => Math.abs(b.perDeviation) - Math.abs(a.perDeviation));
  const gone = (why: 'unknown' | 'alike') =>
    leftOut.filter((one) => one.why === why).map(({ feature }) => t(`prediction.features.${feature}`));
  return (
    <section aria-labelledby="weights-title">
      <h2 id="weights-title">{t('prediction.weights.title')}</h2>
      <p className="quiet">{t('prediction.weights.said', { penalty: penalty ?? '—' })}</p>
      <div className="wide">
        <table className="plain" aria-label={t('prediction.weights.title')}>
          <thead>
            <tr>
              <th scope="col">{t('prediction.reason')}</th>
              <th scope="col" className="num">
                {t('prediction.weights.step')}
              </th>
              <th scope="col" className="num">
                {t('prediction.weights.between')}
              </th>
            </tr>
          </thead>
          <tbody>
            {strongest.map(({ feature, perDeviation, standardError }) => (
              <tr key={feature}>
                <th scope="row">{t(`prediction.features.${feature}`)}</th>
                <td className="num">× {times(perDeviation)}</td>
                <td className="num">
                  {times(perDeviation - 1.96 * standardError)}–{times(perDeviation + 1.96 * standardError)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(['unknown', 'alike'] as const).map((why) =>
        gone(why).length > 0 ? (
          <p key={why} className="quiet">
            {t(`prediction.weights.${why}`, { features: gone(why).join(t('list.comma')) })}
          </p>
        ) : null,
      )}
    </section>
  );
}
