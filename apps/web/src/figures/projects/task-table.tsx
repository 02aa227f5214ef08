import { Link } from '@tanstack/react-router';
import type { PlanProgress } from '../../api/project.client.ts';
import { paths } from '../../paths.ts';
import { percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { StateTag } from '../record-head.tsx';
import { Empty } from '../state.tsx';

type Task = PlanProgress['seen'][number];

/** Tasks with a bar each over the time of the plan: how long, how far, and where today is. */
export function TaskTable({ progress }: { progress: PlanProgress }) {
  const { t, of, language } = useWords();
  const { seen, today, tasks, mayAdd } = progress;
  const days = seen.flatMap(({ start, due }) => [start, due]).sort();
  const [first, last] = [days[0], days.at(-1)];
  return (
    <section aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t('plan.tasks')}</h2>
      {first === undefined || last === undefined ? (
        <Empty
          title={t('plan.noTasks')}
          remedy={t(mayAdd ? 'plan.noTasksRemedy' : tasks > 0 ? 'plan.noTasksOthers' : 'plan.noTasksRemedy')}
        />
      ) : (
        <div className="wide">
          <table className="plain gantt as-lines" aria-label={t('plan.tasks')}>
            <thead>
              <tr>
                <th scope="col">{t('plan.task')}</th>
                <th scope="col">{t('plan.responsible')}</th>
                <th scope="col" className="num">
                  {t('plan.weight')}
                </th>
                <th scope="col" className="num">
                  {t('plan.percent')}
                </th>
                <th scope="col">{t('plan.state')}</th>
                <th scope="col" className="over-time">
                  {t('plan.span')} <small>{`${first} – ${last}`}</small>
                </th>
              </tr>
            </thead>
            <tbody>
              {seen.map((task) => (
                <tr key={task.id}>
                  <th scope="row">
                    <Link to={paths.task} params={{ id: task.id }}>
                      {task.title}
                    </Link>
                  </th>
                  <td>
                    {of(task.responsible)} <small>{task.person}</small>
                  </td>
                  <td className="num" data-label={t('plan.weight')}>
                    {task.weight}
                  </td>
                  <td className="num" data-label={t('plan.percent')}>
                    {percent(task.percent, language, 0)}
                  </td>
                  <td>
                    <StateTag record={task} />
                    {task.overdue ? <small className="late">{t('plan.late')}</small> : null}
                  </td>
                  <td className="over-time">
                    <Bar task={task} first={first} last={last} today={today} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Bar({ task, first, last, today }: { task: Task; first: string; last: string; today: string }) {
  const { t, language } = useWords();
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const at = (date: string) => (100 * (Date.parse(date) - from)) / Math.max(1, to - from);
  const [start, width] = [at(task.start), Math.max(1, at(task.due) - at(task.start))];
  const label = t('plan.bar', {
    start: task.start,
    due: task.due,
    percent: percent(task.percent, language, 0),
  });
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      <title>{label}</title>
      <rect className="ground" x={start} y="2" width={width} height="6" />
      <rect
        className={task.overdue ? 'behind' : 'done'}
        x={start}
        y="2"
        width={(width * task.percent) / 100}
        height="6"
      />
      {today >= first && today <= last ? (
        <rect className="mark" x={at(today)} width="0.4" height="10" />
      ) : null}
    </svg>
  );
}
