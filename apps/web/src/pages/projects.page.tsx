import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { projectAsks } from '../api/project.asks.ts';
import { projects } from '../api/project.client.ts';
import { ProjectFlows } from '../figures/projects/flows.tsx';
import { Pipeline } from '../figures/projects/pipeline.tsx';
import { ProjectResults } from '../figures/projects/results.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Choice } from '../forms/choice.form.tsx';
import { ImportForm } from '../forms/project/import.form.tsx';
import { paths } from '../paths.ts';
import type { ProjectsState } from '../url-state.projects.ts';
import { shortLanguage } from '../words/language.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.projects);
const pageSize = 50;

/** Transfer projects: on their way, by what was promised and what came, and from where to where. */
export function ProjectsPage() {
  const { t, of, language } = useWords();
  useDocumentWords(t('projects.title'));
  const {
    view = 'pipeline',
    by = 'park',
    sort,
    page = 1,
    park,
    origin,
    industry,
    state,
    text,
  } = route.useSearch();
  const filter = { park, origin, industry, state, text };
  const navigate = route.useNavigate();
  const [importing, setImporting] = useState(false);
  const wanted = { ...filter, sort, page: `${page}`, size: `${pageSize}` };
  const board = useQuery(projectAsks.board(wanted));
  const choose = (change: ProjectsState) =>
    void navigate({
      search: (was) => ({ ...was, page: undefined, ...change }) as ProjectsState,
      replace: true,
      resetScroll: false,
    });
  if (board.error) return <Trouble error={board.error} retry={() => void board.refetch()} />;
  if (!board.data) return <Skeleton height="60vh" />;
  const { concerned, mayCreate, parks, origins, industries } = board.data;
  if (!concerned)
    return (
      <div className="page">
        <h1>{t('projects.title')}</h1>
        <ProjectFlows />
      </div>
    );

  const options = (list: typeof parks, withCode = false) =>
    list.map(({ code, name }) => ({ value: code, label: withCode ? `${code} ${of(name)}` : of(name) }));
  const select = (name: 'park' | 'origin' | 'industry', list: typeof parks) => (
    <Select
      aria-label={t(`projects.${name}`)}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t(`projects.${name}`)}
      value={filter[name]}
      options={options(list, name === 'industry')}
      onChange={(value: string | undefined) => choose({ [name]: value })}
    />
  );
  const file = (format: 'xlsx' | 'csv') =>
    projects.tableAddress({ ...filter, format, language: shortLanguage(language) });
  return (
    <div className="page projects">
      <div className="page-head">
        <h1>{t('projects.title')}</h1>
        {mayCreate ? (
          <>
            <Link to={paths.newProject}>{t('projects.new')}</Link>
            <Button type="link" aria-expanded={importing} onClick={() => setImporting(!importing)}>
              {t('projects.bringIn')}
            </Button>
          </>
        ) : null}
        <a href={file('xlsx')}>{t('projects.excel')}</a>
        <a href={file('csv')}>{t('projects.csv')}</a>
      </div>
      <p className="quiet">{t('projects.lead')}</p>
      {importing ? <ImportForm /> : null}
      <div className="choices">
        <Choice
          label={t('projects.view')}
          options={(['pipeline', 'results', 'flows'] as const).map((value) => ({
            value,
            label: t(`projects.views.${value}`),
          }))}
          value={view}
          onChange={(to) => choose({ view: to })}
        />
        {view === 'flows' ? null : (
          <>
            {parks.length > 1 ? select('park', parks) : null}
            {select('origin', origins)}
            {select('industry', industries)}
            <Input.Search
              aria-label={t('projects.find')}
              placeholder={t('projects.find')}
              defaultValue={filter.text}
              allowClear
              onSearch={(text) => choose({ text: text === '' ? undefined : text } as ProjectsState)}
            />
          </>
        )}
      </div>
      {view === 'pipeline' ? (
        <Pipeline
          board={board.data}
          state={filter.state}
          sort={sort ?? 'changed'}
          page={page}
          pageSize={pageSize}
          filtered={Object.values(filter).some((value) => value !== undefined)}
          onChoose={choose}
        />
      ) : null}
      {view === 'results' ? (
        <ProjectResults by={by} filter={filter} onBy={(value) => choose({ by: value })} />
      ) : null}
      {view === 'flows' ? <ProjectFlows /> : null}
    </div>
  );
}
