import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Asked, LimitKind } from '../../api/scenario.client.ts';
import type { PlanNames } from '../../figures/guidance/plan/plan-names.ts';
import { SampleMark } from '../../figures/record-head.tsx';
import { number } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { type Limit, withLimit, withoutLimit, withReason } from './limits.ts';

const statedAs = {
  land: 'land-left',
  factories: 'factories-left',
  power: 'power',
  water: 'water',
  labour: 'labour',
  dormitories: 'dormitories',
  environment: undefined,
  logistics: undefined,
} as const satisfies Record<LimitKind, string | undefined>;
export const limitKinds = Object.keys(statedAs) as LimitKind[];

interface Props {
  asked: Asked;
  names: PlanNames;
  /** Tens of MWh a year for each megavolt-ampere stated; nothing before a plan is there. */
  powerOfMva: number | undefined;
  onChange: (asked: Asked) => void;
}

/** Park by park: what it states with its source, and what is set by hand instead, with the reason. */
export function LimitsFields({ asked, names, powerOfMva, onChange }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState(names.parks[0]?.id);
  const park = names.parks.find(({ id }) => id === chosen);
  const limits = asked.request.limits ?? [];
  return (
    <fieldset className="scenario-limits">
      <legend>{t('placement.limits')}</legend>
      <p className="quiet">
        {t('placement.limitsLead')}{' '}
        {powerOfMva === undefined ? null : t('placement.powerOf', { value: powerOfMva })}
      </p>
      <Select
        aria-label={t('placement.park')}
        showSearch={{ optionFilterProp: 'label' }}
        disabled={false}
        value={chosen}
        options={names.parks.map(({ id }) => ({ value: id, label: names.park(id) }))}
        onChange={setChosen}
      />
      {park
        ? limitKinds.map((kind) => (
            <OneLimit
              key={`${park.id} ${kind}`}
              park={park}
              kind={kind}
              asked={asked}
              names={names}
              onChange={onChange}
            />
          ))
        : null}
      <h4>{t('placement.edited', { count: limits.length })}</h4>
      {limits.length === 0 ? <p className="quiet">{t('placement.editedNone')}</p> : null}
      <ul className="dotted">
        {limits.map((one) => (
          <li key={`${one.park} ${one.kind}`}>
            {names.park(one.park)} {names.kind(one.kind)}
            <HandSet limit={one} asked={asked} names={names} />
            <Button
              size="small"
              type="link"
              aria-label={t('placement.resetOf', { park: names.park(one.park), kind: names.kind(one.kind) })}
              onClick={() => onChange(withoutLimit(asked, one))}
            >
              {t('placement.reset')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function HandSet({ limit, asked, names }: { limit: Limit; asked: Asked; names: PlanNames }) {
  const { t, language } = useWords();
  const because = asked.because.find(({ park, kind }) => park === limit.park && kind === limit.kind);
  const to =
    limit.limit === null
      ? t('placement.lifted')
      : `${number(limit.limit, language, Number.isInteger(limit.limit) ? 0 : 2)} ${names.unit(limit.kind)}`;
  return (
    <>
      {' '}
      {to} {because ? <q>{because.reason}</q> : <span className="bad">{t('placement.needReason')}</span>}
    </>
  );
}

function OneLimit({
  park,
  kind,
  asked,
  names,
  onChange,
}: Omit<Props, 'powerOfMva'> & { park: PlanNames['parks'][number]; kind: LimitKind }) {
  const { t, of, language } = useWords();
  const field = statedAs[kind];
  const stated = field ? park.left[field] : undefined;
  const at = { park: park.id, kind };
  const set = asked.request.limits?.find((one) => one.park === park.id && one.kind === kind);
  const because = asked.because.find((one) => one.park === park.id && one.kind === kind);
  const called = { park: names.park(park.id), kind: names.kind(kind) };
  return (
    <div className="one-limit">
      <b>
        {names.kind(kind)} <small className="quiet">{names.unit(kind)}</small>
      </b>
      <span title={stated?.source}>
        {stated ? (
          <>
            {t('placement.stated')} {number(stated.value, language, Number.isInteger(stated.value) ? 0 : 2)}{' '}
            {of(stated.unit)}
            {stated.sample ? <SampleMark /> : null}{' '}
            <small className="quiet">
              {stated.date} {stated.source}
            </small>
          </>
        ) : (
          <span className="quiet">{t('placement.notStated')}</span>
        )}
      </span>
      <InputNumber
        size="small"
        min={0}
        aria-label={t('placement.limitOf', called)}
        placeholder={t('placement.byHand')}
        value={set?.limit ?? null}
        onChange={(limit) =>
          onChange(limit === null ? withoutLimit(asked, at) : withLimit(asked, { ...at, limit }))
        }
      />
      {set ? (
        <Input
          size="small"
          maxLength={500}
          aria-label={t('placement.becauseOf', called)}
          placeholder={t('placement.needReason')}
          status={because ? '' : 'warning'}
          value={because?.reason ?? ''}
          onChange={({ target }) => onChange(withReason(asked, at, target.value))}
        />
      ) : null}
    </div>
  );
}
