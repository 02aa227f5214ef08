import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { projectAsks } from '../api/project.asks.ts';
import type { PlanContent } from '../api/project.client.ts';
import { Comments } from '../figures/comments.tsx';
import { GoalTable } from '../figures/projects/goal-table.tsx';
import { PlanCurve } from '../figures/projects/plan-curve.tsx';
import { TaskTable } from '../figures/projects/task-table.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { Files } from '../forms/files.form.tsx';
import { PlanForm } from '../forms/project/plan.form.tsx';
import { TaskForm } from '../forms/project/task.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.plan);

/** A plan: its goals, its tasks over time, and how far they are beside how far they were to be. */
export function PlanPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const plan = useQuery(projectAsks.plan(id));
  const progress = useQuery(projectAsks.progress(id));
  useDocumentWords(plan.data ? of(plan.data.title) : t('plans.title'));
  if (plan.error) return <Trouble error={plan.error} retry={() => void plan.refetch()} />;
  if (!plan.data) return <Skeleton height="60vh" />;
  const record = plan.data;
  const content = record.content as PlanContent;
  return (
    <div className="page plan">
      <RecordHead record={record} />
      <Acts
        plural="plans"
        record={record as RecordSeen}
        asked={{ abandon: [{ name: 'reason', label: t('plan.reason') }] }}
      />
      <Facts content={content} />
      <GoalTable goals={content.goals} />
      {progress.error ? <Trouble error={progress.error} /> : null}
      {progress.data ? (
        <>
          <PlanCurve progress={progress.data} />
          <TaskTable progress={progress.data} />
          {progress.data.mayAdd ? <TaskForm plan={id} content={content} /> : null}
        </>
      ) : (
        <Skeleton height={300} />
      )}
      {record.editable ? <Editing record={record} content={content} /> : null}
      <Files record={id} publishable />
      <Comments record={id} />
      <Versions plural="plans" id={id} version={record.version} />
    </div>
  );
}

function Facts({ content }: { content: PlanContent }) {
  const { t, of } = useWords();
  const park = useQuery(programmeAsks.record('park-profiles', content.park));
  const choices = useQuery(projectAsks.choices());
  const name = (code: string) => {
    const found = choices.data?.partners.find((one) => one.code === code);
    return found ? of(found.name) : code;
  };
  return (
    <dl className="facts">
      <dt>{t('plans.park')}</dt>
      <dd>{park.data ? of(park.data.title) : content.park}</dd>
      <dt>{t('plan.sort')}</dt>
      <dd>
        {t(`plan.sorts.${content.sort}`)} {content.document} ·{' '}
        {t(content.published ? 'plan.isPublished' : 'plan.notPublished')}
      </dd>
      {content.others.length > 0 ? (
        <>
          <dt>{t('plan.others')}</dt>
          <dd>{content.others.map(name).join('、')}</dd>
        </>
      ) : null}
      {content.summary ? (
        <>
          <dt>{t('plan.summary')}</dt>
          <dd>{content.summary}</dd>
        </>
      ) : null}
    </dl>
  );
}

function Editing({ record, content }: { record: RecordSeen<PlanContent>; content: PlanContent }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'project.keep' : 'project.edit')}
      </Button>
      {open ? (
        <PlanForm
          content={content}
          send={async (next) => {
            const saved = await programme.edit('plans', record.id, record.version, next);
            client.setQueryData(['records', 'plans', record.id], saved);
            await client.invalidateQueries({ queryKey: ['records'] });
            setOpen(false);
          }}
        />
      ) : null}
    </section>
  );
}
