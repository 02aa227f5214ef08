import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { companyAsks } from '../../api/company.asks.ts';
import type { CompanyPlan } from '../../api/company.client.ts';
import { useWords } from '../../words/words.ts';
import { RowsField } from '../application/rows.field.tsx';
import { PlanField } from './plan-field.tsx';
import { changed, lists, ownFields, type PlanFields, sections, valueAt, withValue } from './plan-fields.ts';

interface Props {
  plan: CompanyPlan;
  /** Park whose figures of one's own are wanted first. */
  own?: string | undefined;
  onChange: (plan: CompanyPlan) => void;
}

/** A plan, section by section. Every field may be left open; every change is taken at once. */
export function CompanyPlanForm({ plan, own, onChange }: Props) {
  const { t } = useWords();
  const put = (path: string, value: unknown) => onChange(changed(plan, path, value));
  return (
    <div className="company-plan">
      {(['products', 'inputs', 'jobs'] as const).map((list) => (
        <section key={list} aria-labelledby={`part-${list}`}>
          <h2 id={`part-${list}`}>{t(`move.section.${list}`)}</h2>
          <p className="quiet">{t(`move.sectionLead.${list}`)}</p>
          <Rows list={list} plan={plan} put={put} />
        </section>
      ))}
      {(Object.keys(sections) as (keyof typeof sections)[]).map((name) => (
        <section key={name} aria-labelledby={`part-${name}`}>
          <h2 id={`part-${name}`}>{t(`move.section.${name}`)}</h2>
          <div className="fields">
            {(sections[name] as PlanFields).map(([path, entry]) => (
              <PlanField
                key={path}
                entry={entry}
                label={t(`move.field.${path}`)}
                value={valueAt(plan, path)}
                onChange={(value) => put(path, value)}
              />
            ))}
          </div>
        </section>
      ))}
      <Conditions plan={plan} put={put} />
      <Own plan={plan} first={own} put={put} />
    </div>
  );
}

interface Part {
  plan: CompanyPlan;
  put: (path: string, value: unknown) => void;
}

type Row = Readonly<Record<string, unknown>>;
const mostRows = { products: 20, inputs: 40, jobs: 10 };

function Rows({ list, plan, put }: Part & { list: keyof typeof lists }) {
  const { t } = useWords();
  const rows = (plan[list] ?? []) as readonly Row[];
  return (
    <RowsField
      label={t(`move.row.${list}`)}
      rows={rows}
      fresh={(): Row => ({})}
      most={mostRows[list]}
      onChange={(next) => put(list, next.length > 0 ? next : undefined)}
    >
      {(row, _, number) => (
        <div className="fields">
          {(lists[list] as PlanFields).map(([name, entry]) => (
            <PlanField
              key={name}
              entry={entry}
              label={`${t(`move.field.${list}.${name}`)} ${number}`}
              shown={t(`move.field.${list}.${name}`)}
              value={row[name]}
              onChange={(value) =>
                put(
                  list,
                  rows.map((one, i) => (i === number - 1 ? withValue(row, name, value) : one)),
                )
              }
            />
          ))}
        </div>
      )}
    </RowsField>
  );
}

/** What measures ask beyond the rest of the plan: the server knows which fields there are. */
function Conditions({ plan, put }: Part) {
  const { t, of } = useWords();
  const { data } = useQuery(companyAsks.choices());
  const entryOf = { bool: 'yes', double: 'number', string: 'text', 'list<string>': 'text' } as const;
  return (
    <section aria-labelledby="part-conditions">
      <h2 id="part-conditions">{t('move.section.conditions')}</h2>
      <p className="quiet">{t('move.sectionLead.conditions')}</p>
      <div className="fields">
        {(data?.asked ?? []).map(({ path, type, unit, names }) => (
          <PlanField
            key={path}
            entry={
              unit === 'CNY' ? 'wan' : unit === 'share' ? 'share' : unit === 'place' ? 'place' : entryOf[type]
            }
            label={of(names)}
            value={valueAt(plan, path)}
            onChange={(value) => put(path, value)}
          />
        ))}
      </div>
    </section>
  );
}

/** Figures of one's own for a place take the place of what the pack tells. */
function Own({ plan, first, put }: Part & { first: string | undefined }) {
  const { t, of } = useWords();
  const { data } = useQuery(companyAsks.choices());
  const [chosen, setChosen] = useState<string>();
  const code = chosen ?? data?.parks.find(({ id }) => id === first)?.code;
  return (
    <section aria-labelledby="part-own">
      <h2 id="part-own">{t('move.section.own')}</h2>
      <p className="quiet">{t('move.sectionLead.own')}</p>
      <Select
        aria-label={t('move.park')}
        placeholder={t('move.choosePark')}
        className="own-park"
        value={code}
        options={(data?.parks ?? []).map(({ code: value, names }) => ({ value, label: of(names) }))}
        onChange={(next: string) => setChosen(next)}
      />
      {code ? (
        <div className="fields">
          {ownFields.map(([name, entry]) => (
            <PlanField
              key={`${code}.${name}`}
              entry={entry}
              label={t(`move.own.${name}`)}
              value={valueAt(plan, `own.${code}.${name}`)}
              onChange={(value) => put(`own.${code}.${name}`, value)}
            />
          ))}
        </div>
      ) : null}
    </section>
  );
}
