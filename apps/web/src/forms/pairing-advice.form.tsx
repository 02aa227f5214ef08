import { InputNumber, Select, Slider } from 'antd';
import type { Guided } from '../api/guidance.client.ts';
import type { PairingAdviceState } from '../url-state.pairing-advice.ts';
import { useWords } from '../words/words.ts';

const terms = ['goods', 'links', 'distance', 'ties'] as const;

/** What is proposed where nothing is asked for. */
export const usual = {
  perCity: 2,
  perPark: 2,
  proposing: 'cities',
  goods: 0.5,
  links: 0.2,
  distance: 0.2,
  ties: 0.1,
} as const;

/** Limits of both sides, weights, and the park that is looked at. */
export function PairingAdviceForm({
  state,
  advice,
  onChange,
}: {
  state: PairingAdviceState;
  advice: Guided<'pairing-advice'>['result'] | undefined;
  onChange: (changed: PairingAdviceState) => void;
}) {
  const { t, of } = useWords();
  const parks = new Map(
    [...(advice?.proposed ?? []), ...(advice?.standing ?? []).map(({ pair }) => pair)].map(
      ({ park, parkNames }) => [park, parkNames],
    ),
  );
  return (
    <div className="pair-asking">
      <fieldset>
        <legend>{t('pairs.limits')}</legend>
        {(['perCity', 'perPark'] as const).map((side) => (
          <label key={side} htmlFor={`pairs-${side}`}>
            {t(`pairs.${side}`)}
            <InputNumber
              id={`pairs-${side}`}
              min={1}
              max={20}
              precision={0}
              value={state[side] ?? usual[side]}
              onChange={(value) => onChange({ [side]: value ?? usual[side] })}
            />
          </label>
        ))}
        <label htmlFor="pairs-proposing">
          {t('pairs.proposing')}
          <Select
            id="pairs-proposing"
            value={state.proposing ?? usual.proposing}
            options={(['cities', 'parks'] as const).map((value) => ({
              value,
              label: t(`pairs.sides.${value}`),
            }))}
            onChange={(chosen) => onChange({ proposing: chosen === 'parks' ? 'parks' : undefined })}
          />
        </label>
        <label htmlFor="pairs-park">
          {t('pairs.park')}
          <Select
            id="pairs-park"
            value={state.park ?? ''}
            onChange={(chosen) => onChange({ park: chosen === '' ? undefined : chosen })}
            options={[
              { value: '', label: t('pairs.anyPark') },
              ...[...parks].map(([value, names]) => ({ value, label: of(names) })),
            ]}
          />
        </label>
      </fieldset>
      <fieldset>
        <legend>{t('pairs.weights')}</legend>
        <p className="quiet">{t('pairs.weightsLead')}</p>
        {terms.map((term) => (
          <div className="line" key={term} title={t(`pairs.termLead.${term}`)}>
            {t(`pairs.term.${term}`)}
            <Slider
              min={0}
              max={1}
              step={0.05}
              value={state[term] ?? usual[term]}
              disabled={advice?.unknown.includes(term) ?? false}
              ariaLabelForHandle={t(`pairs.term.${term}`)}
              onChange={(value) => onChange({ [term]: value })}
            />
          </div>
        ))}
      </fieldset>
    </div>
  );
}
