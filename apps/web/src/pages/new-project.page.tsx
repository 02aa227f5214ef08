import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { programme } from '../api/programme.client.ts';
import { projectAsks } from '../api/project.asks.ts';
import type { ProjectContent } from '../api/project.client.ts';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { ProjectForm } from '../forms/project/project.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** A project entered by its park. */
export function NewProjectPage() {
  const { t } = useWords();
  useDocumentWords(t('project.new'));
  const navigate = useNavigate();
  const { data, error } = useQuery(projectAsks.choices());
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height="60vh" />;
  const { own } = data;
  if (!own) return <Empty title={t('project.noPark')} remedy={t('project.noParkRemedy')} />;
  const empty: ProjectContent = {
    name: '',
    company: '',
    creditCode: '',
    park: own.id,
    parkOrganisation: own.organisation,
    territory: own.territory,
    origin: '',
    industry: '',
    chapters: [],
    found: '',
    promised: { investment: 0, jobs: 0, years: [] },
    amendments: [],
    results: [],
    course: { reached: [], stalls: [], counted: 1 },
  };
  return (
    <div className="page">
      <h1>{t('project.new')}</h1>
      <p className="quiet">{t('project.newLead')}</p>
      <ProjectForm
        content={empty}
        send={async (content) => {
          const made = await programme.create('projects', content);
          await navigate({ to: paths.project, params: { id: made.id } });
        }}
      />
    </div>
  );
}
