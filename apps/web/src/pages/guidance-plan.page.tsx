import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { programmeAsks } from '../api/programme.asks.ts';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { ScenarioList } from '../figures/guidance/plan/scenario-list.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { NewScenario } from '../forms/scenario/new-scenario.form.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';

/** Where plans of placements begin: as things stand, or a scenario that is kept. */
export function GuidancePlanPage() {
  const { t } = useWords();
  const { data, error } = useQuery(programmeAsks.session());
  const asker = data?.asker;
  return (
    <div className="page guidance">
      <GuidanceHead page="guidancePlan" />
      <p className="actions">
        <Link to={paths.guidanceScenario} params={{ id: 'present' }}>
          {t('placement.lookAtPresent')}
        </Link>
        {asker ? <Link to={paths.guidancePlanCompare}>{t('placement.compare')}</Link> : null}
      </p>
      <section aria-labelledby="scenarios-title">
        <h2 id="scenarios-title">{t('placement.scenarios')}</h2>
        {error ? <Trouble error={error} /> : null}
        {data ? null : error ? null : <Skeleton height={160} />}
        {data && !asker ? <p>{t('placement.visitor')}</p> : null}
        {asker ? (
          <>
            <NewScenario label={t('placement.begin')} asked={{ request: {}, because: [] }} />
            <ScenarioList />
          </>
        ) : null}
      </section>
    </div>
  );
}
