import type { Guided } from '../../../api/guidance.client.ts';
import { number } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';

/** How the order of advice came about: what each kind and each sureness weighs. */
export function AdviceWeights({ weights }: Pick<Guided<'park-next'>['result'], 'weights'>) {
  const { t, language } = useWords();
  return (
    <details className="advice-weights">
      <summary>{t('guidanceNext.order')}</summary>
      <p>{t('guidanceNext.orderLead')}</p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('guidanceNext.kind')}</th>
            <th scope="col" className="num">
              {t('guidanceNext.weight')}
            </th>
          </tr>
        </thead>
        <tbody>
          {weights.kinds.map(({ kind, weight }) => (
            <tr key={kind}>
              <th scope="row">{t(`guidanceNext.kinds.${kind}`)}</th>
              <td className="num">{number(weight, language, 1)}</td>
            </tr>
          ))}
          {weights.sureness.map(({ sure, counts }) => (
            <tr key={sure}>
              <th scope="row">
                {t('guidanceNext.sureCounts')} · {t(`guidanceNext.sure.${sure}`)}
              </th>
              <td className="num">{number(counts, language, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
