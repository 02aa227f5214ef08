import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { companyAsks } from '../api/company.asks.ts';
import type { CompanyPlan, CompanyPlanContent } from '../api/company.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import type { RecordSeen } from '../api/programme.client.ts';
import { PlanStanding } from '../figures/company/plan-standing.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { RecordTable } from '../figures/record-table.tsx';
import { SavingLine } from '../figures/saving-line.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { IntentForm } from '../forms/company/intent.form.tsx';
import { CompanyPlanForm } from '../forms/company/plan.form.tsx';
import { Field } from '../forms/field.tsx';
import { useDraft } from '../forms/use-draft.ts';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.companyPlan);
type Plan = RecordSeen<CompanyPlanContent>;

/** A company's plan: filled in as far as it is known, kept as one goes; then told to parks. */
export function CompanyPlanPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const plan = useQuery(programmeAsks.record<CompanyPlanContent>('company-plans', id));
  useDocumentWords(plan.data ? of(plan.data.title) : t('move.title'));
  if (plan.error) return <Trouble error={plan.error} retry={() => void plan.refetch()} />;
  if (!plan.data) return <Skeleton height="60vh" />;
  const record = plan.data;
  return (
    <div className="page">
      <RecordHead record={record}>
        <p className="actions">
          <Link to={paths.moveCompare} params={{ id }}>
            {t('move.compareParks')}
          </Link>
        </p>
      </RecordHead>
      {record.editable ? (
        <Filling key={record.state} record={record} />
      ) : (
        <Acts plural="company-plans" record={record as RecordSeen} />
      )}
      {record.state === 'ready' ? (
        <IntentForm plan={record} />
      ) : (
        <p className="quiet">{t('intent.readyFirst')}</p>
      )}
      <SentIntents plan={id} />
      <Versions plural="company-plans" id={id} version={record.version} />
    </div>
  );
}

const kept = {
  plural: 'company-plans',
  read: ({ title = '', plan = {} }: Partial<CompanyPlanContent>) => ({ title, plan }),
  write: (content: Partial<CompanyPlanContent>, form: { title: string; plan: CompanyPlan }) =>
    ({ ...content, ...form }) as CompanyPlanContent,
};

function Filling({ record }: { record: Plan }) {
  const { t, of } = useWords();
  const { own } = route.useSearch();
  const draft = useDraft(record, kept);
  const { form, change, saving } = draft;
  const { data } = useQuery(companyAsks.choices());
  const empty = Object.keys(form.plan).length === 0;
  return (
    <>
      <SavingLine draft={draft} />
      <fieldset className="bare" disabled={saving !== 'saved'}>
        <Acts plural="company-plans" record={record as RecordSeen} />
      </fieldset>
      <div className="question">
        <Field label={t('move.planTitle')} half>
          <Input
            aria-label={t('move.planTitle')}
            maxLength={120}
            value={form.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        </Field>
        {empty ? (
          <Field label={t('move.profile')} half>
            <Select
              aria-label={t('move.profile')}
              placeholder={t('move.startFrom')}
              options={(data?.profiles ?? []).map(({ id, names }) => ({ value: id, label: of(names) }))}
              onChange={(chosen: string) =>
                change({ plan: data?.profiles.find(({ id }) => id === chosen)?.plan ?? {} })
              }
            />
          </Field>
        ) : null}
      </div>
      <div className="beside form-and-checks">
        <CompanyPlanForm plan={form.plan} own={own} onChange={(plan) => change({ plan })} />
        <PlanStanding plan={(record.content.plan ?? {}) as CompanyPlan} />
      </div>
    </>
  );
}

/** What the company has told parks of this plan, and what has come of it. */
function SentIntents({ plan }: { plan: string }) {
  const { t } = useWords();
  const { data, error } = useQuery(programmeAsks.list('intents', { parent: plan, sort: 'changed' }));
  if (error) return <Trouble error={error} />;
  if (!data || data.records.length === 0) return null;
  return (
    <section aria-labelledby="sent-title">
      <h2 id="sent-title">{t('intent.sent')}</h2>
      <RecordTable
        records={data.records}
        page={paths.intent}
        label={t('intent.sent')}
        columns={[t('intent.one'), t('intent.due')]}
      />
    </section>
  );
}
