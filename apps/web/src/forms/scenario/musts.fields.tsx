import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { PlanRequest, PlanResult } from '../../api/scenario.client.ts';
import type { PlanNames } from '../../figures/guidance/plan/plan-names.ts';
import { money } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';

const yi = 1e8;
type Chosen = { origin?: string | undefined; group?: string | undefined; park?: string | undefined };

/** What shall be at least, and what shall not be. */
export function MustsFields({
  request,
  plan,
  names,
  change,
}: {
  request: PlanRequest;
  /** Of which goods and origins can be chosen. */
  plan: PlanResult | undefined;
  names: PlanNames;
  change: (part: PlanRequest) => void;
}) {
  const { t, language } = useWords();
  const [chosen, setChosen] = useState<Chosen>({});
  const [amount, setAmount] = useState<number | null>(null);
  const { required = [], excluded = [], volumes = [] } = request;
  const goods = [...(plan?.placements ?? []), ...(plan?.stays ?? [])];
  const origins = [...new Set(goods.map(({ origin }) => origin))].sort();
  const groups = [
    ...new Set(
      goods.filter(({ origin }) => !chosen.origin || origin === chosen.origin).map(({ group }) => group),
    ),
  ];
  const { origin, group, park } = chosen;
  const whole = origin && group && park;
  const said = ({ origin, group, park }: Chosen) =>
    `${origin ? names.place(origin) : t('placement.any')} ${group ? names.group(group) : t('placement.any')} → ${park ? names.park(park) : t('placement.any')}`;
  const same = (one: Chosen) => one.origin === origin && one.group === group && one.park === park;
  const pick = (key: keyof Chosen, ids: readonly string[], name: (id: string) => string) => (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t(`placement.${key}`)}
      placeholder={t(`placement.${key}`)}
      value={chosen[key]}
      options={ids.map((id) => ({ value: id, label: name(id) }))}
      onChange={(value?: string) => setChosen({ ...chosen, [key]: value })}
    />
  );
  return (
    <fieldset className="scenario-musts">
      <legend>{t('placement.musts')}</legend>
      <p className="quiet">{t('placement.mustsLead')}</p>
      {pick('origin', origins, names.place)}
      {pick('group', groups, names.group)}
      {pick(
        'park',
        names.parks.map(({ id }) => id),
        names.park,
      )}
      <InputNumber
        min={0}
        step={0.1}
        aria-label={t('placement.amount')}
        placeholder={t('placement.amount')}
        suffix={t('placement.yi')}
        value={amount}
        onChange={setAmount}
      />
      <p className="actions">
        <Button
          size="small"
          disabled={!whole || !amount}
          onClick={() => {
            if (!origin || !group || !park || !amount) return;
            const one = { origin, group, park, amount: Math.round(amount * yi) };
            change({ required: [...required.filter((other) => !same(other)), one] });
          }}
        >
          {t('placement.addRequired')}
        </Button>
        <Button
          size="small"
          disabled={!origin && !group && !park}
          onClick={() => {
            const one = { ...(origin && { origin }), ...(group && { group }), ...(park && { park }) };
            change({ excluded: [...excluded.filter((other) => !same(other)), one] });
          }}
        >
          {t('placement.addExcluded')}
        </Button>
        <Button
          size="small"
          disabled={!origin || !group || park !== undefined || amount === null}
          onClick={() => {
            if (!origin || !group || amount === null) return;
            const one = { origin, group, volume: Math.round(amount * yi) };
            change({ volumes: [...volumes.filter((other) => !same(other)), one] });
          }}
        >
          {t('placement.setVolume')}
        </Button>
      </p>
      {required.length + excluded.length + volumes.length === 0 ? (
        <p className="quiet">{t('placement.noMusts')}</p>
      ) : null}
      <ul className="dotted">
        {required.map((one) => (
          <li key={said(one)}>
            {t('placement.required')} {said(one)} {money(one.amount, language)}{' '}
            <Button
              size="small"
              type="link"
              onClick={() => change({ required: required.filter((other) => other !== one) })}
            >
              {t('placement.remove')}
            </Button>
          </li>
        ))}
        {volumes.map((one) => (
          <li key={`${one.origin} ${one.group}`}>
            {t('placement.movableOf', { origin: names.place(one.origin), group: names.group(one.group) })}{' '}
            {money(one.volume, language)}{' '}
            <Button
              size="small"
              type="link"
              onClick={() => change({ volumes: volumes.filter((other) => other !== one) })}
            >
              {t('placement.remove')}
            </Button>
          </li>
        ))}
        {excluded.map((one) => (
          <li key={said(one)}>
            {t('placement.excluded')} {said(one)}{' '}
            <Button
              size="small"
              type="link"
              onClick={() => change({ excluded: excluded.filter((other) => other !== one) })}
            >
              {t('placement.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
