import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { LimitKind, PlanRequest } from '../../api/scenario.client.ts';
import type { PlanNames } from '../../figures/guidance/plan/plan-names.ts';
import { number } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { limitKinds } from './limits.fields.tsx';

/** What goods need of a resource, set by hand: without it a limit that the pack has no needs for holds nothing back. */
export function NeedsFields({
  request,
  names,
  change,
}: {
  request: PlanRequest;
  names: PlanNames;
  change: (part: PlanRequest) => void;
}) {
  const { t, language } = useWords();
  const [group, setGroup] = useState<string>();
  const [kind, setKind] = useState<LimitKind>('environment');
  const [need, setNeed] = useState<number | null>(null);
  const { needs = [] } = request;
  const called = (one: { group?: string | undefined; kind: LimitKind }) =>
    t('placement.needOf', {
      group: one.group ? names.group(one.group) : t('placement.any'),
      kind: names.kind(one.kind),
    });
  return (
    <fieldset className="scenario-musts">
      <legend>{t('placement.needs')}</legend>
      <p className="quiet">{t('placement.needsLead')}</p>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('placement.needGroup')}
        placeholder={t('placement.any')}
        value={group}
        options={names.groups.map(({ id }) => ({ value: id, label: names.group(id) }))}
        onChange={(value?: string) => setGroup(value)}
      />
      <Select
        aria-label={t('placement.needKind')}
        value={kind}
        options={limitKinds.map((value) => ({ value, label: names.kind(value) }))}
        onChange={setKind}
      />
      <InputNumber
        min={0}
        aria-label={t('placement.need')}
        placeholder={t('placement.need')}
        suffix={names.unit(kind)}
        value={need}
        onChange={setNeed}
      />
      <p className="actions">
        <Button
          size="small"
          disabled={need === null}
          onClick={() => {
            if (need === null) return;
            const others = needs.filter((one) => one.group !== group || one.kind !== kind);
            change({ needs: [...others, { ...(group && { group }), kind, need }] });
          }}
        >
          {t('placement.setNeed')}
        </Button>
      </p>
      <ul className="dotted">
        {needs.map((one) => (
          <li key={called(one)}>
            {called(one)} {number(one.need, language, Number.isInteger(one.need) ? 0 : 2)}{' '}
            {names.unit(one.kind)}{' '}
            <Button
              size="small"
              type="link"
              onClick={() => change({ needs: needs.filter((other) => other !== one) })}
            >
              {t('placement.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
