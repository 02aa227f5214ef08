import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { guidanceAsk } from '../api/guidance.asks.ts';
import type { Guided } from '../api/guidance.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { GuidanceReceiptButton } from '../figures/guidance/guidance-receipt.tsx';
import { AdviceList } from '../figures/guidance/next/advice-list.tsx';
import { AdviceWeights } from '../figures/guidance/next/advice-weights.tsx';
import { GoodsAndCities } from '../figures/guidance/next/goods-and-cities.tsx';
import { ParkChoice } from '../figures/guidance/next/park-choice.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { change, money, percent } from '../words/amount.ts';
import { periodName } from '../words/month.ts';
import { useWords } from '../words/words.ts';

const route = getRouteApi(paths.guidancePark);

/** Where no park is chosen yet: a park's own people come to their park, others choose. */
export function GuidanceParksPage() {
  const { t } = useWords();
  const session = useQuery(programmeAsks.session());
  const known = useQuery(guidanceAsk('known', {}));
  const asker = session.data?.asker;
  const own =
    asker?.role === 'park'
      ? known.data?.result.parks.find(({ place }) => place === asker.territory)
      : undefined;
  if (own) return <Navigate to={paths.guidancePark} params={{ id: own.id }} replace />;
  const none = known.data?.result.parks.length === 0;
  return (
    <div className="page guidance">
      <GuidanceHead page="guidanceParks">
        <ParkChoice />
      </GuidanceHead>
      {known.error ? <Trouble error={known.error} retry={() => void known.refetch()} /> : null}
      {known.data ? (
        <Empty
          title={t(none ? 'guidanceNext.noParks' : 'guidanceNext.chooseFirst')}
          remedy={t(none ? 'guidanceNext.noParksRemedy' : 'guidanceNext.chooseRemedy')}
        />
      ) : null}
    </div>
  );
}

/** What a park should do next: how its city stands, then advice in order. */
export function GuidanceParkPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const { data, error, refetch, isPlaceholderData } = useQuery(guidanceAsk('park-next', { park: id }));
  const result = isPlaceholderData ? undefined : data?.result;
  return (
    <div className="page guidance">
      <GuidanceHead page="guidanceParks">
        <ParkChoice id={id} />
        <GuidanceReceiptButton
          receipt={result && data?.receipt}
          name={result ? of(result.park.names) : t('guidanceNext.advice')}
        />
        <Button className="actions" href={`/api/guidance/parks/${id}/bulletin.docx`}>
          {t('guidanceNext.bulletin')}
        </Button>
        <Button className="actions" onClick={() => window.print()}>
          {t('guidanceNext.print')}
        </Button>
      </GuidanceHead>
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {result ? (
        <>
          <CityStanding result={result} />
          <h2>
            {of(result.park.names)} · {t('guidanceNext.advice')}
          </h2>
          <AdviceList advice={result.advice} />
          <GoodsAndCities goods={result.goods} cities={result.cities} />
          <AdviceWeights weights={result.weights} />
        </>
      ) : error ? null : (
        <Skeleton height="60vh" />
      )}
    </div>
  );
}

/** How the park's city stands among the cities outside the east, in a sentence. */
function CityStanding({ result: { city, periods } }: { result: Guided<'park-next'>['result'] }) {
  const { t, of, language } = useWords();
  const { names, exports, change: grown, othersChange, share, shareBefore, rank, among } = city;
  if (exports === null || rank === null)
    return <p className="caution">{t('guidanceNext.cityUntold', { name: of(names) })}</p>;
  return (
    <p className="standing">
      {t('guidanceNext.cityTold', {
        name: of(names),
        period: periodName(periods.at(-1) ?? '', language),
        exports: money(exports, language),
        change: change(grown, language),
        among,
        othersChange: change(othersChange, language),
        rank,
        share: percent(share === null ? null : 100 * share, language, 1),
        shareBefore: percent(shareBefore === null ? null : 100 * shareBefore, language, 1),
      })}
    </p>
  );
}
