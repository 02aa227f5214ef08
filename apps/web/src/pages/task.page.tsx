import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RecordSeen } from '../api/programme.client.ts';
import { projectAsks } from '../api/project.asks.ts';
import type { TaskContent } from '../api/project.client.ts';
import { Comments } from '../figures/comments.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts, type Asked } from '../forms/acts.form.tsx';
import { Files } from '../forms/files.form.tsx';
import { paths } from '../paths.ts';
import { percent } from '../words/amount.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.task);

/** A task: who does it, until when, what has been reported, and whether it is accepted. */
export function TaskPage() {
  const { t, of, language } = useWords();
  const { id } = route.useParams();
  const task = useQuery(projectAsks.task(id));
  const planId = (task.data?.content as TaskContent | undefined)?.plan ?? '';
  const plan = useQuery({ ...projectAsks.plan(planId), enabled: planId !== '' });
  useDocumentWords(task.data ? of(task.data.title) : t('task.title'));
  if (task.error) return <Trouble error={task.error} retry={() => void task.refetch()} />;
  if (!task.data) return <Skeleton height="60vh" />;
  const record = task.data;
  const content = record.content as TaskContent;
  const date: Asked = { name: 'date', label: t('task.date'), type: 'date' };
  const done: Asked = { name: 'text', label: t('task.text') };
  const share: Asked = { name: 'percent', label: t('task.percent'), type: 'number' };
  const evidence: Asked = {
    name: 'evidence',
    label: `${t('task.evidence')}（${t('task.evidenceHint')}）`,
    type: 'line',
  };
  return (
    <div className="page">
      <RecordHead record={record}>
        <p>
          {t('task.plan')}{' '}
          <Link to={paths.plan} params={{ id: planId }}>
            {plan.data ? of(plan.data.title) : planId}
          </Link>
        </p>
      </RecordHead>
      <Acts
        plural="tasks"
        record={record as RecordSeen}
        asked={{
          begin: [date, done],
          report: [date, share, done, { ...evidence, optional: true }],
          claim: [date, done, evidence],
          'send-back': [{ name: 'reason', label: t('task.reason') }],
        }}
      />
      <dl className="facts">
        <dt>{t('task.person')}</dt>
        <dd>{content.person || '—'}</dd>
        <dt>{t('plan.span')}</dt>
        <dd>{`${content.start} – ${content.due}`}</dd>
        <dt>{t('plan.weight')}</dt>
        <dd>{content.weight}</dd>
      </dl>
      <section aria-labelledby="log-title">
        <h2 id="log-title">{t('task.log')}</h2>
        {content.progress.length === 0 ? (
          <p className="quiet">{t('task.none')}</p>
        ) : (
          <div className="wide">
            <table className="plain as-lines" aria-label={t('task.log')}>
              <thead>
                <tr>
                  {(['date', 'percent', 'text', 'evidence', 'by'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`task.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[...content.progress].reverse().map((entry) => (
                  <tr key={`${entry.date} ${entry.percent} ${entry.text}`}>
                    <th scope="row">{entry.date}</th>
                    <td>{percent(entry.percent, language, 0)}</td>
                    <td>{entry.text}</td>
                    <td data-label={entry.evidence ? t('task.evidence') : undefined}>{entry.evidence}</td>
                    <td data-label={t('task.by')}>{entry.by}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <Files record={id} />
      <Comments record={id} />
      <Versions plural="tasks" id={id} version={record.version} />
    </div>
  );
}
