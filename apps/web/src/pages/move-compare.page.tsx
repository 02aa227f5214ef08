import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { companyAsks } from '../api/company.asks.ts';
import type { CompanyPlanContent } from '../api/company.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { Compared } from '../figures/company/compared.tsx';
import { SampleMark } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const ofPlan = getRouteApi(paths.moveCompare);
const ofProfile = getRouteApi(paths.moveProfile);

/** A company's plan in every park. */
export function MoveComparePage() {
  const { t, of } = useWords();
  const { id } = ofPlan.useParams();
  const state = ofPlan.useSearch();
  const navigate = ofPlan.useNavigate();
  const { data, error, refetch } = useQuery(programmeAsks.record<CompanyPlanContent>('company-plans', id));
  useDocumentWords(t('move.compare'));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const { plan = {} } = data.content;
  return (
    <div className="page">
      <h1>{t('move.compareOf', { plan: of(data.title) })}</h1>
      <p className="quiet">
        <Link to={paths.companyPlan} params={{ id }}>
          {t('move.backToPlan')}
        </Link>
        {data.sample ? <SampleMark /> : null}
      </p>
      {Object.keys(plan).length === 0 ? (
        <Empty title={t('move.emptyPlan')} remedy={t('move.emptyPlanRemedy')} />
      ) : (
        <Compared
          plan={plan}
          record={id}
          state={state}
          choose={(change) => void navigate({ search: change, replace: true, resetScroll: false })}
        />
      )}
    </div>
  );
}

/** A typical plan in every park, for everybody. */
export function MoveProfilePage() {
  const { t, of } = useWords();
  const { id } = ofProfile.useParams();
  const state = ofProfile.useSearch();
  const navigate = ofProfile.useNavigate();
  const { data, error } = useQuery(companyAsks.choices());
  useDocumentWords(t('move.compare'));
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height="60vh" />;
  const profile = data.profiles.find((one) => one.id === id);
  if (!profile) return <Empty title={t('move.noProfile')} remedy={t('move.noProfileRemedy')} />;
  return (
    <div className="page">
      <h1>{t('move.compareOf', { plan: of(profile.names) })}</h1>
      <p className="quiet">
        {of(profile.note)} <Link to={paths.move}>{t('move.backToPlans')}</Link>
      </p>
      <Compared
        plan={profile.plan}
        state={state}
        choose={(change) => void navigate({ search: change, replace: true, resetScroll: false })}
      />
    </div>
  );
}
