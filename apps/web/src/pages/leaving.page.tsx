import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { guidanceAsk } from '../api/guidance.asks.ts';
import { Refusal } from '../api/http.client.ts';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { GuidanceReceiptButton } from '../figures/guidance/guidance-receipt.tsx';
import { GuidedFlows } from '../figures/guidance/guided-flows.tsx';
import { PressureDrawer } from '../figures/guidance/pressure.drawer.tsx';
import { PressureMap } from '../figures/guidance/pressure.map.tsx';
import { type Leaving, PressureTable } from '../figures/guidance/pressure.table.tsx';
import { PressureWeights } from '../figures/guidance/pressure-weights.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Choice } from '../forms/choice.form.tsx';
import type { LeavingState } from '../url-state.guidance.ts';
import { money } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

const route = getRouteApi('/guidance/leaving');

/** What is chosen anew; what is undefined is left out of the address. */
type Change = { [K in keyof LeavingState]?: LeavingState[K] | undefined };

/** Which cities of the east are under pressure to give up what, how much may move, and to where it went before. */
export function LeavingPage() {
  const { t } = useWords();
  const state: LeavingState = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (change: Change) =>
    void navigate({
      search: (was) => ({ ...was, ...change }) as LeavingState,
      replace: true,
      resetScroll: false,
    });
  const { group = 'all' } = state;
  const { data, error, refetch } = useQuery(guidanceAsk('leaving', { group }));
  const untold = error instanceof Refusal && error.code === 'no-statistics';
  return (
    <div className="page guidance">
      <GuidanceHead page="guidanceLeaving">
        <GuidanceReceiptButton receipt={data?.receipt} name={t('guidance.pages.guidanceLeaving')} />
      </GuidanceHead>
      {error && !untold ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <Shown result={data.result} state={state} choose={choose} />
      ) : error ? null : (
        <Skeleton height="60vh" />
      )}
      {state.city ? (
        <PressureDrawer place={state.city} group={group} close={() => choose({ city: undefined })} />
      ) : null}
    </div>
  );
}

function Shown({
  result,
  state: { group = 'all', look, since },
  choose,
}: {
  result: Leaving;
  state: LeavingState;
  choose: (change: Change) => void;
}) {
  const { t, of } = useWords();
  const { groups, rows } = result;
  const name = groups.find(({ id }) => id === group)?.names;
  return (
    <>
      <section aria-labelledby="pressure-title">
        <h2 id="pressure-title">{t('leaving.title', { group: name ? of(name) : group })}</h2>
        <Said result={result} />
        <div className="choices">
          {groups.length > 1 ? (
            <Select
              aria-label={t('leaving.group')}
              value={group}
              options={groups.map(({ id, names }) => ({ value: id, label: of(names) }))}
              onChange={(group: string) => choose({ group })}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
            />
          ) : null}
          <Choice
            label={t('leaving.show')}
            options={(['table', 'map'] as const).map((value) => ({
              value,
              label: t(`leaving.shows.${value}`),
            }))}
            value={look ?? 'table'}
            onChange={(value) => choose({ look: value === 'map' ? value : undefined })}
          />
        </div>
        {look === 'map' ? (
          <PressureMap rows={rows} what={name ? of(name) : group} />
        ) : (
          <PressureTable result={result} open={(city) => choose({ city })} />
        )}
        <PressureWeights result={result} />
      </section>
      <section aria-labelledby="flows-title">
        <h2 id="flows-title">{t('leaving.flows')}</h2>
        <GuidedFlows group={group} since={since} choose={(since) => choose({ since })} />
      </section>
    </>
  );
}

/** What the table says, in a sentence or two. */
function Said({ result: { rows, windows, months, horizon, measured, groups } }: { result: Leaving }) {
  const { t, of, language } = useWords();
  if (rows.length === 0) return <p className="quiet">{t('leaving.nobody')}</p>;
  const losing = rows.filter(({ lossPerYear }) => (lossPerYear ?? 0) > 0);
  const volume = rows.reduce((sum, { movable }) => sum + (movable?.mid ?? 0), 0);
  return (
    <>
      <p>
        {t(windows.length === 1 ? 'leaving.saidOfOne' : 'leaving.said', {
          count: rows.length,
          losing: losing.length,
          first: rows
            .slice(0, 3)
            .map(({ names }) => of(names))
            .join(t('list.comma')),
          volume: money(volume, language),
          years: horizon,
        })}
      </p>
      {windows.length === 1 ? <p className="caution">{t('leaving.oneStep')}</p> : null}
      {months < 12 ? <p className="quiet">{t('leaving.partYear', { months })}</p> : null}
      {measured === 'all' ? <p className="quiet">{t('leaving.allTrade')}</p> : null}
      {groups.length === 1 ? <p className="quiet">{t('leaving.noGroups')}</p> : null}
    </>
  );
}
