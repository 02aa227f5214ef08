import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import type { Answered, Indicator, Prefilled } from '../api/assessment.asks.ts';
import { ValueOf } from '../figures/value-of.tsx';
import { WhereFrom } from '../figures/where-from.tsx';
import { useWords } from '../words/words.ts';

/** One value: what was found, and what the party says instead or for the first time. */
export function AnswerLine({
  indicator,
  rule,
  round,
  found,
  value,
  disabled,
  onChange,
}: {
  indicator: Indicator;
  rule: { zh: string; en: string } | undefined;
  round: string;
  found: Prefilled | undefined;
  value: Answered | undefined;
  disabled: boolean;
  onChange: (value: Answered | undefined) => void;
}) {
  const { t, of } = useWords();
  const name = of(indicator.names);
  const given = value ?? { value: null };
  const set = (part: Partial<Answered>) => onChange({ ...given, ...part });
  const open = value !== undefined || found === undefined;
  const differs =
    found !== undefined && found.value !== null && value !== undefined && value.value !== found.value;
  return (
    <div className="answer-line">
      <div>
        <b>{name}</b> <span className="quiet">{of(indicator.unit)}</span>
        <small>{of(indicator.about)}</small>
        {rule ? <small>{of(rule)}</small> : null}
      </div>
      <div>
        {found ? (
          <p>
            <b>
              <ValueOf indicator={indicator} value={found.value} />
            </b>{' '}
            <WhereFrom round={round} found={found} />{' '}
            {disabled ? null : (
              <Button size="small" onClick={() => onChange(open ? undefined : { value: found.value })}>
                {t(open ? 'assess.keeps' : 'assess.differs')}
              </Button>
            )}
          </p>
        ) : null}
        {open ? (
          <div className="answer-inputs">
            {indicator.scoring.rule === 'yes-no' ? (
              <Select
                aria-label={name}
                disabled={disabled}
                value={value?.value ?? undefined}
                placeholder={t('assess.own1')}
                options={[
                  { value: 1, label: t('assess.yes') },
                  { value: 0, label: t('assess.no') },
                ]}
                onChange={(chosen) => set({ value: chosen })}
              />
            ) : (
              <InputNumber
                aria-label={name}
                disabled={disabled}
                value={given.value}
                placeholder={t('assess.own1')}
                onChange={(typed) => (typed === null ? onChange(undefined) : set({ value: typed }))}
              />
            )}
            {indicator.scoring.rule === 'growth' ? (
              <InputNumber
                aria-label={`${name} ${t('assess.previous')}`}
                disabled={disabled}
                value={given.previous ?? null}
                placeholder={t('assess.previous')}
                onChange={(typed) => set({ previous: typed })}
              />
            ) : null}
            <Checkbox
              disabled={disabled}
              checked={value !== undefined && value.value === null}
              onChange={({ target }) => onChange(target.checked ? { value: null } : undefined)}
            >
              {t('assess.notKnown')}
            </Checkbox>
            <Input
              aria-label={`${name} ${t('assess.proof')}`}
              disabled={disabled}
              value={given.evidence ?? ''}
              placeholder={t('assess.proof')}
              onChange={({ target }) => set({ evidence: target.value })}
            />
            {differs ? (
              <Input
                aria-label={`${name} ${t('assess.why')}`}
                disabled={disabled}
                value={given.reason ?? ''}
                placeholder={t('assess.why')}
                onChange={({ target }) => set({ reason: target.value })}
              />
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  );
}
