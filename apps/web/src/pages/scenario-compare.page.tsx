import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { programmeAsks } from '../api/programme.asks.ts';
import { type ScenarioContent, scenarios } from '../api/scenario.client.ts';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { ScenariosCompared } from '../figures/guidance/plan/scenarios-compared.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';

const route = getRouteApi(paths.guidancePlanCompare);

/** Two scenarios side by side: what they ask, what they come to, which placements move, and why. */
export function ScenarioComparePage() {
  const { t, of } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(programmeAsks.list(scenarios, { sort: 'changed' }));
  const options = (data?.records ?? []).map(({ id, title }) => ({ value: id, label: of(title) }));
  const pick = (key: 'a' | 'b', label: string) => (
    <span className="labelled">
      <span>{label}</span>
      <Select
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('placement.choose')}
        value={search[key]}
        options={options}
        onChange={(id: string) =>
          void navigate({ search: { ...search, [key]: id }, replace: true, resetScroll: false })
        }
      />
    </span>
  );
  return (
    <div className="page guidance">
      <GuidanceHead page="guidancePlan" />
      <h2>{t('placement.comparing')}</h2>
      <p className="quiet">
        {t('placement.compareLead')} <Link to={paths.guidancePlan}>{t('placement.toList')}</Link>
      </p>
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <div className="picks">
          {pick('a', t('placement.first'))}
          {pick('b', t('placement.second'))}
          <Button onClick={() => window.print()}>{t('placement.print')}</Button>
        </div>
      ) : null}
      {search.a && search.b ? (
        <Both key={`${search.a} ${search.b}`} a={search.a} b={search.b} />
      ) : data ? (
        <Empty title={t('placement.compareNone')} remedy={t('placement.compareNoneRemedy')} />
      ) : null}
    </div>
  );
}

function Both({ a, b }: { a: string; b: string }) {
  const first = useQuery(programmeAsks.record<ScenarioContent>(scenarios, a));
  const second = useQuery(programmeAsks.record<ScenarioContent>(scenarios, b));
  const error = first.error ?? second.error;
  if (error) return <Trouble error={error} />;
  if (!first.data || !second.data) return <Skeleton height="40vh" />;
  return <ScenariosCompared a={first.data} b={second.data} />;
}
