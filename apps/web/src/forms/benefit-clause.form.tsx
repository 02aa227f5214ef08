import { Button, Checkbox, Input, InputNumber, Segmented, Select } from 'antd';
import type { BenefitClause, BenefitKind } from '../api/pairing.client.ts';
import { useWords } from '../words/words.ts';
import { BoundFields } from './bound.fields.tsx';
import { Field } from './field.tsx';

const benefitKinds: readonly BenefitKind[] = [
  'vat',
  'corporate-income-tax',
  'individual-income-tax',
  'other-tax',
  'value-added',
  'output',
];

interface Props {
  clause: BenefitClause;
  onChange: (clause: BenefitClause) => void;
}

/** A clause on benefit sharing, every part of it, as one changes it. */
export function BenefitClauseForm({ clause, onChange }: Props) {
  const { t } = useWords();
  const put = (change: Partial<BenefitClause>) => onChange({ ...clause, ...change });
  const openEnded = () => {
    const { to: _, ...rest } = clause;
    onChange(rest);
  };
  const sides = (['park', 'partner'] as const).map((value) => ({ value, label: t(`benefit.${value}`) }));
  return (
    <div className="benefit-clause">
      <div className="question">
        <Field label={t('benefit.from')}>
          <Input
            type="month"
            aria-label={t('benefit.from')}
            value={clause.from}
            onChange={({ target }) => put({ from: target.value })}
          />
        </Field>
        <Field label={t('benefit.to')}>
          <Input
            type="month"
            aria-label={t('benefit.to')}
            value={clause.to ?? ''}
            onChange={({ target }) => (target.value ? put({ to: target.value }) : openEnded())}
          />
        </Field>
        <Field label={t('benefit.remainder')}>
          <Segmented
            options={sides}
            value={clause.remainder}
            onChange={(remainder) => put({ remainder: remainder as 'park' | 'partner' })}
          />
        </Field>
        <Field label={t('benefit.partialYear')}>
          <Segmented
            options={(['by-months', 'whole'] as const).map((value) => ({
              value,
              label: t(`benefit.${value}`),
            }))}
            value={clause.partialYear}
            onChange={(partialYear) => put({ partialYear: partialYear as 'by-months' | 'whole' })}
          />
        </Field>
        <Bases clause={clause} onChange={onChange} />
      </div>
      <Shares clause={clause} onChange={onChange} />
      <BoundFields name="floor" clause={clause} onChange={onChange} />
      <BoundFields name="cap" clause={clause} onChange={onChange} />
    </div>
  );
}

/** Which taxes and measures are shared, and which part of each. A kind that leaves takes its shares with it. */
function Bases({ clause, onChange }: Props) {
  const { t } = useWords();
  const chosen = clause.bases.map(({ kind }) => kind);
  const choose = (kinds: BenefitKind[]) => {
    if (kinds.length === 0) return;
    const bases = kinds.map(
      (kind) => clause.bases.find((base) => base.kind === kind) ?? { kind, perTenThousand: 10_000 },
    );
    const added = kinds.filter((kind) => !chosen.includes(kind));
    const shares = clause.shares.flatMap((share) => {
      const kept = [...share.kinds.filter((kind) => kinds.includes(kind)), ...added];
      return kept.length > 0 ? [{ ...share, kinds: kept }] : [];
    });
    const [first] = clause.shares;
    onChange({
      ...clause,
      bases,
      shares:
        shares.length > 0
          ? shares
          : [{ kinds, from: first?.from ?? Number(clause.from.slice(0, 4)), park: 5, partner: 5 }],
    });
  };
  return (
    <>
      <div className="half">
        <span className="label">{t('benefit.kind')}</span>
        <Checkbox.Group
          value={chosen}
          options={benefitKinds.map((value) => ({ value, label: t(`benefit.kinds.${value}`) }))}
          onChange={(kinds) => choose(kinds as BenefitKind[])}
        />
      </div>
      <div className="half">
        <span className="label">{t('benefit.part')}</span>
        <div className="downloads">
          {clause.bases.map((base) => (
            <span key={base.kind} className="quiet">
              {t(`benefit.kinds.${base.kind}`)}{' '}
              <InputNumber
                aria-label={`${t(`benefit.kinds.${base.kind}`)} ${t('benefit.part')}`}
                min={0.01}
                max={100}
                precision={2}
                value={base.perTenThousand / 100}
                onChange={(percent) =>
                  onChange({
                    ...clause,
                    bases: clause.bases.map((one) =>
                      one === base ? { ...base, perTenThousand: Math.round((percent ?? 100) * 100) } : one,
                    ),
                  })
                }
              />
            </span>
          ))}
        </div>
      </div>
    </>
  );
}

/** The parts of either side, by kind and year. */
function Shares({ clause, onChange }: Props) {
  const { t } = useWords();
  const put = (at: number, change: Partial<BenefitClause['shares'][number]>) =>
    onChange({
      ...clause,
      shares: clause.shares.map((share, i) => (i === at ? { ...share, ...change } : share)),
    });
  const add = () => {
    const last = clause.shares.at(-1);
    if (!last) return;
    const from = (last.to ?? last.from) + 1;
    onChange({
      ...clause,
      shares: [...clause.shares.slice(0, -1), { ...last, to: from - 1 }, { ...last, from, to: undefined }],
    });
  };
  return (
    <fieldset className="shares">
      <legend className="label">{t('benefit.parts')}</legend>
      {clause.shares.map((share, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shares have no other name than their place
        <div key={at} className="share-row">
          <Select
            mode="multiple"
            aria-label={t('benefit.kind')}
            value={share.kinds}
            options={clause.bases.map(({ kind }) => ({ value: kind, label: t(`benefit.kinds.${kind}`) }))}
            onChange={(kinds) => put(at, { kinds })}
          />
          <InputNumber
            aria-label={t('benefit.fromYear')}
            prefix={t('benefit.fromYear')}
            value={share.from}
            precision={0}
            onChange={(from) => from && put(at, { from })}
          />
          <InputNumber
            aria-label={t('benefit.toYear')}
            prefix={t('benefit.toYear')}
            value={share.to ?? null}
            precision={0}
            onChange={(to) => put(at, { to: to ?? undefined })}
          />
          <InputNumber
            aria-label={t('benefit.park')}
            prefix={t('benefit.park')}
            min={0}
            precision={0}
            value={share.park}
            onChange={(park) => put(at, { park: park ?? 0 })}
          />
          <InputNumber
            aria-label={t('benefit.partner')}
            prefix={t('benefit.partner')}
            min={0}
            precision={0}
            value={share.partner}
            onChange={(partner) => put(at, { partner: partner ?? 0 })}
          />
          {clause.shares.length > 1 ? (
            <Button
              type="text"
              onClick={() => onChange({ ...clause, shares: clause.shares.filter((one) => one !== share) })}
            >
              {t('agreement.remove')}
            </Button>
          ) : null}
        </div>
      ))}
      <Button size="small" onClick={add}>
        {t('benefit.addShare')}
      </Button>
    </fieldset>
  );
}
