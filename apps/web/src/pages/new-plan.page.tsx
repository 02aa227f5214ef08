import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { programme } from '../api/programme.client.ts';
import { projectAsks } from '../api/project.asks.ts';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { PlanForm } from '../forms/project/plan.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** A plan begun by its park, as a draft. */
export function NewPlanPage() {
  const { t } = useWords();
  useDocumentWords(t('plan.new'));
  const navigate = useNavigate();
  const { data, error } = useQuery(projectAsks.choices());
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height="60vh" />;
  const { own } = data;
  if (!own) return <Empty title={t('project.noPark')} remedy={t('project.noParkRemedy')} />;
  return (
    <div className="page">
      <h1>{t('plan.new')}</h1>
      <PlanForm
        content={{
          title: '',
          sort: 'action-plan',
          park: own.id,
          owner: own.organisation,
          territory: own.territory,
          others: [],
          document: '',
          summary: '',
          goals: [],
          published: false,
        }}
        send={async (content) => {
          const made = await programme.create('plans', content);
          await navigate({ to: paths.plan, params: { id: made.id } });
        }}
      />
    </div>
  );
}
