import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { guidanceAsk } from '../api/guidance.asks.ts';
import { CapacityDrawer } from '../figures/guidance/capacity.drawer.tsx';
import { type Capacity, CapacityTable, CapacityWeights } from '../figures/guidance/capacity.table.tsx';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { GuidanceReceiptButton } from '../figures/guidance/guidance-receipt.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import type { CapacityState } from '../url-state.guidance.ts';
import { useWords } from '../words/words.ts';

const route = getRouteApi('/guidance/capacity');

/** Which parks could take up what the east gives up, how sure that is, and how each fits each group of goods. */
export function CapacityPage() {
  const { t } = useWords();
  const { park, sample }: CapacityState = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (change: { [K in keyof CapacityState]?: CapacityState[K] | undefined }) =>
    void navigate({
      search: (was) => ({ ...was, ...change }) as CapacityState,
      replace: true,
      resetScroll: false,
    });
  const { data, error, refetch } = useQuery(guidanceAsk('capacity', sample ? { sample } : {}));
  const opened = data?.result.parks.find(({ id }) => id === park);
  return (
    <div className="page guidance">
      <GuidanceHead page="guidanceCapacity">
        <GuidanceReceiptButton receipt={data?.receipt} name={t('guidance.pages.guidanceCapacity')} />
      </GuidanceHead>
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <>
          <Said result={data.result} />
          <p className="choices">
            <Checkbox
              checked={sample === 'count'}
              onChange={({ target }) => choose({ sample: target.checked ? 'count' : undefined })}
            >
              {t('capacity.countSample')}
            </Checkbox>
          </p>
          <section aria-label={t('capacity.table')}>
            <CapacityTable result={data.result} open={(id) => choose({ park: id })} />
          </section>
          <section aria-labelledby="weights-title">
            <h2 id="weights-title">{t('capacity.weights')}</h2>
            <p className="quiet">{t('capacity.weightsAre')}</p>
            <CapacityWeights result={data.result} />
          </section>
        </>
      ) : error ? null : (
        <Skeleton height="60vh" />
      )}
      {data && opened ? (
        <CapacityDrawer park={opened} result={data.result} close={() => choose({ park: undefined })} />
      ) : null}
    </div>
  );
}

/** What the ranking says and what it does not. */
function Said({ result: { parks, indicators, sampleCounts } }: { result: Capacity }) {
  const { t, of } = useWords();
  const used = indicators.filter(({ weights }) => weights !== null);
  const alike = parks.filter(({ rankFrom }) => rankFrom === 1);
  const names = parks.slice(0, 3).map((park) => of(park.names));
  return (
    <>
      <p>
        {t('capacity.said', {
          first: names.join(t('list.comma')),
          used: used.length,
          of: indicators.length,
        })}{' '}
        {t('capacity.overlap', { alike: alike.length })}
      </p>
      {sampleCounts ? <p className="caution">{t('capacity.sampleCounts')}</p> : null}
    </>
  );
}
