import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { programmeAsks } from '../api/programme.asks.ts';
import type { RecordSeen } from '../api/programme.client.ts';
import { type Asked, type ScenarioContent, scenarios } from '../api/scenario.client.ts';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { seenOf } from '../figures/guidance/plan/result-seen.ts';
import { ResultSeenLine } from '../figures/guidance/plan/result-seen-line.tsx';
import { ScenarioHead } from '../figures/guidance/plan/scenario-head.tsx';
import { ScenarioResult } from '../figures/guidance/plan/scenario-result.tsx';
import { usePlan } from '../figures/guidance/plan/use-plan.ts';
import { SavingLine } from '../figures/saving-line.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Field } from '../forms/field.tsx';
import { NewScenario } from '../forms/scenario/new-scenario.form.tsx';
import { ScenarioForm } from '../forms/scenario/scenario.form.tsx';
import { useDraft } from '../forms/use-draft.ts';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.guidanceScenario);
type Scenario = RecordSeen<ScenarioContent>;

/** A scenario of the plan: what it asks on one side, what that comes to on the other. */
export function ScenarioPage() {
  const { id } = route.useParams();
  return id === 'present' ? <Present /> : <Kept id={id} />;
}

/** The plan as things stand: to look at and to try, and to keep as a scenario. */
function Present() {
  const { t } = useWords();
  const [asked, setAsked] = useState<Asked>({ request: {}, because: [] });
  const plan = usePlan(asked.request);
  return (
    <div className="page guidance">
      <GuidanceHead page="guidancePlan" />
      <h2>{t('placement.present')}</h2>
      <p className="quiet">
        {t('placement.presentLead')} <Link to={paths.guidancePlan}>{t('placement.toList')}</Link>
      </p>
      <NewScenario
        label={t('placement.saveAs')}
        asked={asked}
        result={plan.data && plan.whole ? seenOf(plan.data) : undefined}
      />
      <div className="scenario">
        <ScenarioForm asked={asked} plan={plan.data?.result} onChange={setAsked} />
        <ScenarioResult plan={plan} />
      </div>
    </div>
  );
}

function Kept({ id }: { id: string }) {
  const { t, of } = useWords();
  const { data, error, refetch } = useQuery(programmeAsks.record<ScenarioContent>(scenarios, id));
  useDocumentWords(data ? of(data.title) : t('placement.scenario'));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  return (
    <div className="page guidance">
      <ScenarioHead record={data} />
      {data.editable ? <Filling key={data.state} record={data} /> : <Standing record={data} />}
      <Versions plural={scenarios} id={id} version={data.version} />
    </div>
  );
}

const kept = {
  plural: scenarios,
  read: ({ name = '', note = '', request = {}, because = [], result }: Partial<ScenarioContent>) => ({
    name,
    note,
    request,
    because,
    result,
  }),
  write: (content: Partial<ScenarioContent>, form: Partial<ScenarioContent>) =>
    ({ ...content, ...form }) as ScenarioContent,
};

/** Still being written: kept as one goes, with the result that was last seen. */
function Filling({ record }: { record: Scenario }) {
  const { t } = useWords();
  const draft = useDraft(record, kept);
  const { form, change } = draft;
  const plan = usePlan(form.request);
  const touched = useRef(form.result === undefined);
  const now = plan.data && plan.whole ? seenOf(plan.data) : undefined;
  useEffect(() => {
    if (!touched.current || !now) return;
    touched.current = false;
    if (now.sha256 !== form.result?.sha256) change({ result: now });
  });
  return (
    <>
      <SavingLine draft={draft} />
      <div className="question">
        <Field label={t('placement.name')} half>
          <Input
            aria-label={t('placement.name')}
            maxLength={120}
            value={form.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        </Field>
        <Field label={t('placement.note')}>
          <Input
            aria-label={t('placement.note')}
            maxLength={2000}
            value={form.note}
            onChange={({ target }) => change({ note: target.value })}
          />
        </Field>
      </div>
      {touched.current ? null : (
        <ResultSeenLine was={form.result} now={now} take={(result) => change({ result })} />
      )}
      <div className="scenario">
        <ScenarioForm
          asked={form}
          plan={plan.data?.result}
          onChange={(asked) => {
            if (asked.request !== form.request) touched.current = true;
            change(asked);
          }}
        />
        <ScenarioResult plan={plan} />
      </div>
    </>
  );
}

/** Shared, open or put away: it stands still. */
function Standing({ record: { content } }: { record: Scenario }) {
  const { request = {}, because = [], note, result } = content;
  const plan = usePlan(request);
  const now = plan.data && plan.whole ? seenOf(plan.data) : undefined;
  return (
    <>
      {note ? <p>{note}</p> : null}
      <ResultSeenLine was={result} now={now} />
      <div className="scenario">
        <ScenarioForm
          asked={{ request, because }}
          plan={plan.data?.result}
          disabled
          onChange={() => undefined}
        />
        <ScenarioResult plan={plan} />
      </div>
    </>
  );
}
