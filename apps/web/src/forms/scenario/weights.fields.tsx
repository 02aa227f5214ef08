import { Slider } from 'antd';
import { percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import type { Weights } from './usual.ts';

/** How much each reason counts beside the others. */
export function WeightsFields({
  weights,
  onChange,
}: {
  weights: Weights;
  onChange: (weights: Weights) => void;
}) {
  const { t, language } = useWords();
  const sum = Object.values(weights).reduce((all, one) => all + one, 0);
  return (
    <fieldset className="scenario-weights">
      <legend>{t('placement.weights')}</legend>
      <p className="quiet">{t('placement.weightsLead')}</p>
      {(Object.keys(weights) as (keyof Weights)[]).map((term) => (
        <div key={term} className="weight">
          <span>{t(`placement.terms.${term}`)}</span>
          <Slider
            min={0}
            max={1}
            step={0.05}
            value={weights[term]}
            tooltip={{ open: false }}
            ariaLabelForHandle={t('placement.weightOf', { term: t(`placement.terms.${term}`) })}
            onChange={(value) => onChange({ ...weights, [term]: value })}
          />
          <output>{percent(sum > 0 ? (100 * weights[term]) / sum : null, language, 0)}</output>
        </div>
      ))}
    </fieldset>
  );
}
