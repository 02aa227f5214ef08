import { InputNumber, Select } from 'antd';
import type { PlanRequest } from '../../api/scenario.client.ts';
import { useWords } from '../../words/words.ts';
import { Field } from '../field.tsx';
import { rulesOf } from './usual.ts';

const yi = 1e8;

/** No park empty and none overloaded, how small a placement may be, and how much of what may move is placed. */
export function FairnessFields({
  request,
  change,
}: {
  request: PlanRequest;
  change: (part: PlanRequest) => void;
}) {
  const { t } = useWords();
  const { least, most, lot, bonus, movable } = rulesOf(request);
  return (
    <fieldset className="scenario-fairness">
      <legend>{t('placement.fairness')}</legend>
      <p className="quiet">{t('placement.fairnessLead')}</p>
      <Field label={t('placement.volume')}>
        <Select
          aria-label={t('placement.volume')}
          value={movable}
          options={(['low', 'mid', 'high'] as const).map((value) => ({
            value,
            label: t(`placement.volumes.${value}`),
          }))}
          onChange={(value) => change({ movable: value })}
        />
      </Field>
      <Field label={t('placement.least')}>
        <InputNumber
          aria-label={t('placement.least')}
          min={0}
          max={10}
          step={0.1}
          value={least}
          suffix={t('placement.times')}
          onChange={(value) => change({ least: value ?? 0 })}
        />
      </Field>
      <Field label={t('placement.most')}>
        <InputNumber
          aria-label={t('placement.most')}
          min={0.1}
          max={100}
          step={0.1}
          value={most}
          placeholder={t('placement.noMost')}
          suffix={t('placement.times')}
          onChange={(value) => change({ most: value })}
        />
      </Field>
      <Field label={t('placement.lot')}>
        <InputNumber
          aria-label={t('placement.lot')}
          min={0}
          step={0.1}
          value={lot / yi}
          suffix={t('placement.yi')}
          onChange={(value) => change({ lot: Math.round((value ?? 0) * yi) })}
        />
      </Field>
      <Field label={t('placement.pairing')}>
        <InputNumber
          aria-label={t('placement.pairing')}
          min={0}
          max={1}
          step={0.05}
          value={bonus}
          onChange={(value) => change({ bonus: value ?? 0 })}
        />
      </Field>
    </fieldset>
  );
}
