import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Pagination, Select } from 'antd';
import { projectAsks } from '../api/project.asks.ts';
import { ProgressBar } from '../figures/projects/progress-bar.tsx';
import { SampleMark, StateTag } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import type { PlansState } from '../url-state.projects.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.plans);
const pageSize = 50;
const states = ['draft', 'adopted', 'under-way', 'completed', 'abandoned'] as const;

/** Plans with how far they are and how far they were to be. */
export function PlansPage() {
  const { t, of } = useWords();
  useDocumentWords(t('plans.title'));
  const { state, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (change: object) =>
    void navigate({ search: (was) => ({ ...was, page: undefined, ...change }) as PlansState, replace: true });
  const { data, error, refetch } = useQuery(projectAsks.plans({ state, page: `${page}` }));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const { plans, total, mayCreate } = data;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('plans.title')}</h1>
        {mayCreate ? <Link to={paths.newPlan}>{t('plans.new')}</Link> : null}
      </div>
      <p className="quiet">{t('plans.lead')}</p>
      <div className="choices">
        <Select
          aria-label={t('plans.filter')}
          allowClear
          placeholder={t('plans.filter')}
          value={state}
          options={states.map((value) => ({ value, label: t(`plans.states.${value}`) }))}
          onChange={(value: string | undefined) => choose({ state: value })}
        />
      </div>
      {plans.length === 0 ? (
        <Empty
          title={t(mayCreate ? 'plans.noneMine' : 'plans.none')}
          remedy={t(mayCreate ? 'plans.noneMineRemedy' : 'plans.noneRemedy')}
        />
      ) : (
        <div className="wide">
          <table className="plain as-lines" aria-label={t('plans.title')}>
            <thead>
              <tr>
                {(['plan', 'park', 'state', 'progress', 'tasks'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`plans.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {plans.map((plan) => (
                <tr key={plan.id}>
                  <th scope="row">
                    <Link to={paths.plan} params={{ id: plan.id }}>
                      {of(plan.title)}
                    </Link>
                    {plan.sample ? <SampleMark /> : null}
                  </th>
                  <td>{of(plan.park)}</td>
                  <td>
                    <StateTag record={plan} />
                  </td>
                  <td>
                    <ProgressBar planned={plan.planned} actual={plan.actual} />
                  </td>
                  <td>
                    {t('plans.accepted', { done: plan.accepted, all: plan.tasks })}
                    {plan.overdue > 0 ? (
                      <small className="late">{t('plans.overdue', { count: plan.overdue })}</small>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > pageSize ? (
        <Pagination
          size="small"
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={(to) => choose({ page: to })}
        />
      ) : null}
    </div>
  );
}
