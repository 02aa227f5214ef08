import { Input, InputNumber, Segmented } from 'antd';
import type { BenefitClause } from '../api/pairing.client.ts';
import { useWords } from '../words/words.ts';
import { Field } from './field.tsx';
import { YuanInput } from './yuan.input.tsx';

interface Props {
  name: 'floor' | 'cap';
  clause: BenefitClause;
  onChange: (clause: BenefitClause) => void;
}

/** What a side gets at least or at most in a year, and from when on. */
export function BoundFields({ name, clause, onChange }: Props) {
  const { t } = useWords();
  const bound = clause[name];
  const put = (next: BenefitClause['floor']) => {
    const { [name]: _, ...rest } = clause;
    onChange(next ? { ...rest, [name]: next } : rest);
  };
  const trigger = bound?.trigger;
  const setTrigger = (change: Partial<NonNullable<typeof trigger>>) => {
    if (!bound) return;
    const next = { what: { zh: '', en: '' }, delayMonths: 0, ...trigger, ...change };
    const { trigger: _, ...rest } = bound;
    put(next.what.zh === '' ? rest : { ...rest, trigger: next });
  };
  return (
    <div className="question">
      <Field label={t(`benefit.${name}`)}>
        <YuanInput
          label={t(`benefit.${name}`)}
          value={bound?.fen}
          onChange={(fen) => put(fen === undefined ? undefined : { side: 'partner', ...bound, fen })}
        />
      </Field>
      {bound ? (
        <>
          <Field label={t('benefit.of')}>
            <Segmented
              options={(['park', 'partner'] as const).map((value) => ({
                value,
                label: t(`benefit.${value}`),
              }))}
              value={bound.side}
              onChange={(side) => put({ ...bound, side: side as 'park' | 'partner' })}
            />
          </Field>
          <Field label={t('benefit.trigger')} half>
            <div className="trigger">
              <Input
                aria-label={t('benefit.trigger')}
                value={trigger?.what.zh ?? ''}
                onChange={({ target }) => setTrigger({ what: { zh: target.value, en: target.value } })}
              />
              {trigger ? (
                <>
                  <Input
                    type="date"
                    aria-label={t('benefit.triggerDate')}
                    title={t('benefit.triggerDate')}
                    value={trigger.date ?? ''}
                    onChange={({ target }) => setTrigger({ date: target.value || undefined })}
                  />
                  <InputNumber
                    aria-label={t('benefit.delay')}
                    prefix={t('benefit.delay')}
                    min={0}
                    max={120}
                    precision={0}
                    value={trigger.delayMonths ?? 0}
                    onChange={(delayMonths) => setTrigger({ delayMonths: delayMonths ?? 0 })}
                  />
                </>
              ) : null}
            </div>
          </Field>
        </>
      ) : null}
    </div>
  );
}
