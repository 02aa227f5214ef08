import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { filesOf } from '../api/files.client.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { projectAsks } from '../api/project.asks.ts';
import type { ProjectContent } from '../api/project.client.ts';
import { Comments } from '../figures/comments.tsx';
import { Claims } from '../figures/projects/claims.tsx';
import { ProjectFacts } from '../figures/projects/project-facts.tsx';
import { PromiseTable } from '../figures/projects/promise-table.tsx';
import { Timeline } from '../figures/projects/timeline.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts, type Asked } from '../forms/acts.form.tsx';
import { Files } from '../forms/files.form.tsx';
import { ProjectForm } from '../forms/project/project.form.tsx';
import { ResultForm } from '../forms/project/result.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.project);

/** A transfer project: what it is, how far it is, what shows it, and what came of what was promised. */
export function ProjectPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const project = useQuery(projectAsks.project(id));
  useDocumentWords(project.data ? of(project.data.title) : t('projects.title'));
  const asked = useAsked(project.data);
  if (project.error) return <Trouble error={project.error} retry={() => void project.refetch()} />;
  if (!project.data) return <Skeleton height="60vh" />;
  const record = project.data;
  const content = record.content as ProjectContent;
  return (
    <div className="page project">
      <RecordHead record={record} />
      <Acts
        plural="projects"
        record={record as RecordSeen}
        asked={asked}
        // It goes on at one stage only: that it cannot at seven others is no news.
        without={record.possible
          .filter(({ act, allowed }) => act.startsWith('resume-') && !allowed)
          .map(({ act }) => act)}
      />
      <Claims project={id} version={record.version} />
      <div className="profile">
        <ProjectFacts content={content} />
        <Timeline project={id} content={content} state={record.state} />
      </div>
      <PromiseTable content={content} />
      {record.editable ? <Editing record={record} content={content} /> : null}
      <Files record={id} />
      <Comments record={id} />
      <Versions plural="projects" id={id} version={record.version} />
    </div>
  );
}

/** What each act asks for: a date and what shows it, and a reason where stages are left out. */
function useAsked(record: RecordSeen<ProjectContent> | undefined): Record<string, readonly Asked[]> {
  const { t } = useWords();
  const date: Asked = { name: 'date', label: t('project.date'), type: 'date' };
  const reason: Asked = { name: 'reason', label: t('project.reason') };
  const evidence: Asked = {
    name: 'evidence',
    label: `${t('project.evidence')}（${t('project.evidenceHint')}）`,
    type: 'line',
  };
  const files = useQuery({ ...filesOf(record?.id ?? ''), enabled: record !== undefined });
  const handedIn = (files.data?.files ?? []).filter(({ withdrawn }) => !withdrawn);
  const file: Asked = {
    name: 'file',
    label: `${t('project.evidenceFile')}（${t(handedIn.length > 0 ? 'project.fileOptional' : 'project.fileFirst')}）`,
    type: 'choice',
    optional: true,
    options: handedIn.map(({ id, name }) => ({ value: id, label: name })),
  };
  const note: Asked = { name: 'note', label: t('project.note'), optional: true };
  const of = (act: string): readonly Asked[] | undefined => {
    if (act === 'confirm') return undefined;
    if (act === 'negotiate') return [date, note];
    if (act.startsWith('resume-')) return [date];
    if (act === 'stall' || act === 'withdraw') return [date, reason];
    return act.startsWith('skip-to-') ? [date, evidence, file, reason, note] : [date, evidence, file, note];
  };
  return Object.fromEntries(
    (record?.possible ?? []).flatMap(({ act }) => {
      const fields = of(act);
      return fields ? [[act, fields]] : [];
    }),
  );
}

function Editing({ record, content }: { record: RecordSeen<ProjectContent>; content: ProjectContent }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const save = async (next: ProjectContent) => {
    const saved = await programme.edit('projects', record.id, record.version, next);
    client.setQueryData(['records', 'projects', record.id], saved);
    await client.invalidateQueries({ queryKey: ['records'] });
  };
  const signed = content.course.reached.some(({ stage }) => stage === 'signed');
  return (
    <>
      {signed ? <ResultForm content={content} send={save} /> : null}
      <section>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'project.keep' : 'project.edit')}
        </Button>
        {open ? (
          <ProjectForm
            content={content}
            send={async (next) => {
              await save(next);
              setOpen(false);
            }}
          />
        ) : null}
      </section>
    </>
  );
}
