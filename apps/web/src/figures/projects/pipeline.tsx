import { Link } from '@tanstack/react-router';
import { Button, Pagination, Select } from 'antd';
import type { Board, ProjectRow } from '../../api/project.client.ts';
import { paths } from '../../paths.ts';
import type { ProjectsState } from '../../url-state.projects.ts';
import { money, number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { SampleMark, StateTag } from '../record-head.tsx';
import { Empty } from '../state.tsx';

interface Props {
  board: Board;
  state: string | undefined;
  sort: NonNullable<ProjectsState['sort']>;
  page: number;
  pageSize: number;
  filtered: boolean;
  onChoose: (change: ProjectsState) => void;
}

/** Projects by stage with their sums; a stage chosen, those in it. */
export function Pipeline({ board, state, sort, page, pageSize, filtered, onChoose }: Props) {
  const { t, of, language } = useWords();
  const choose = (change: object) => onChoose(change as ProjectsState);
  const clear = {
    state: undefined,
    park: undefined,
    origin: undefined,
    industry: undefined,
    text: undefined,
  };
  return (
    <>
      <fieldset className="stages" aria-label={t('projects.board')}>
        {board.states.map((one) => (
          <button
            key={one.state}
            type="button"
            data-state={one.state}
            aria-pressed={state === one.state}
            onClick={() => choose({ state: state === one.state ? undefined : one.state })}
          >
            <span>{of(one.name)}</span>
            <b>{number(one.records, language)}</b>
            <small>
              {one.records === 0
                ? ''
                : t('projects.sums', {
                    promised: money(one.investment.promised, language),
                    paid: money(one.investment.actual, language),
                  })}
            </small>
          </button>
        ))}
      </fieldset>
      {board.total === 0 ? (
        <Empty
          title={t(filtered ? 'projects.none' : 'projects.noneYet')}
          remedy={t(filtered ? 'projects.noneRemedy' : 'projects.noneYetRemedy')}
        >
          {filtered ? <Button onClick={() => choose(clear)}>{t('projects.clear')}</Button> : null}
        </Empty>
      ) : (
        <section aria-label={t('projects.list')}>
          <div className="choices">
            <Select
              aria-label={t('projects.sort')}
              size="small"
              value={sort}
              options={(['changed', 'investment', 'name', 'due'] as const).map((value) => ({
                value,
                label: t(`projects.sorts.${value}`),
              }))}
              onChange={(value) => choose({ sort: value })}
            />
            {filtered ? (
              <Button size="small" type="link" onClick={() => choose(clear)}>
                {t('projects.clear')}
              </Button>
            ) : null}
          </div>
          <ProjectTable rows={board.rows} label={t('projects.list')} />
          {board.total > pageSize ? (
            <Pagination
              size="small"
              current={page}
              pageSize={pageSize}
              total={board.total}
              showSizeChanger={false}
              onChange={(to) => choose({ page: to })}
            />
          ) : null}
        </section>
      )}
    </>
  );
}

function ProjectTable({ rows, label }: { rows: readonly ProjectRow[]; label: string }) {
  const { t, of, language } = useWords();
  const today = new Date().toISOString().slice(0, 10);
  return (
    <div className="wide">
      <table className="plain project-rows as-lines" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('projects.name')}</th>
            <th scope="col">{t('projects.park')}</th>
            <th scope="col">{t('projects.origin')}</th>
            <th scope="col">{t('projects.industry')}</th>
            <th scope="col">{t('projects.state')}</th>
            <th scope="col">{t('projects.since')}</th>
            <th scope="col" className="num">
              {t('projects.investment')}
            </th>
            <th scope="col" className="num">
              {t('projects.paid')}
            </th>
            <th scope="col" className="num">
              {t('projects.jobs')}
            </th>
            <th scope="col" className="num">
              {t('projects.actualJobs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to={paths.project} params={{ id: one.id }}>
                  {one.name}
                </Link>
                {one.sample ? <SampleMark /> : null}
                <small>{one.company}</small>
              </th>
              <td data-label={t('projects.park')}>{of(one.park.name)}</td>
              <td data-label={t('projects.origin')}>{of(one.origin.name)}</td>
              <td data-label={t('projects.industry')}>{of(one.industry.name)}</td>
              <td>
                <StateTag record={one} />
                {one.due && one.due < today ? (
                  <small className="late">{t('projects.late', { date: one.due })}</small>
                ) : null}
              </td>
              <td className="date" data-label={t('projects.since')}>
                {one.since}
              </td>
              <td className="num" data-label={t('projects.investment')}>
                {money(one.investment.promised, language)}
              </td>
              <td className="num" data-label={t('projects.paid')}>
                {money(one.investment.actual, language)}
              </td>
              <td className="num" data-label={t('projects.jobs')}>
                {number(one.jobs.promised, language)}
              </td>
              <td className="num" data-label={t('projects.actualJobs')}>
                {number(one.jobs.actual, language)}
                {one.counted < 1 ? (
                  <small>{t('projects.counted', { part: percent(100 * one.counted, language, 0) })}</small>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
