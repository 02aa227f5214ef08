import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { guidanceAsk } from '../api/guidance.asks.ts';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { GuidanceReceiptButton } from '../figures/guidance/guidance-receipt.tsx';
import type { Advice } from '../figures/guidance/pairs/advised-pair.tsx';
import { NextPairs } from '../figures/guidance/pairs/next-pairs.tsx';
import { ProposedPairs } from '../figures/guidance/pairs/proposed-pairs.tsx';
import { StandingPairs } from '../figures/guidance/pairs/standing-pairs.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { PairingAdviceForm, usual } from '../forms/pairing-advice.form.tsx';
import { paths } from '../paths.ts';
import { periodName } from '../words/month.ts';
import { useWords } from '../words/words.ts';

const route = getRouteApi(paths.guidancePairing);

/** Which eastern city should build together with which park, and why. */
export function GuidancePairingPage() {
  const { t } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { park, ...asked } = search;
  const { data, error, refetch } = useQuery(guidanceAsk('pairing-advice', { ...usual, ...asked }));
  return (
    <div className="page guidance">
      <GuidanceHead page="guidancePairing">
        <GuidanceReceiptButton receipt={data?.receipt} name={t('guidance.pages.guidancePairing')} />
      </GuidanceHead>
      <PairingAdviceForm
        state={search}
        advice={data?.result}
        onChange={(changed) => void navigate({ search: (kept) => ({ ...kept, ...changed }), replace: true })}
      />
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {data ? <Told advice={data.result} park={park} /> : error ? null : <Skeleton height="50vh" />}
    </div>
  );
}

function Told({ advice, park }: { advice: Advice; park: string | undefined }) {
  const { t, of, language } = useWords();
  const { proposed, standing, next, blocking, cities, from, to, unknown, unfilled, untoldParks } = advice;
  const named = <P extends { park: string }>(pairs: readonly P[]) =>
    pairs.filter((pair) => park === undefined || pair.park === park);
  const untold = new Set(untoldParks.map((one) => one.park));
  const left = unfilled.filter((one) => !untold.has(one.park));
  const listed = (names: readonly string[]) => names.join(t('list.comma'));
  return (
    <>
      <p className="strong">
        {t('pairs.sentence', {
          from: periodName(from, language),
          to: periodName(to, language),
          count: proposed.length,
          cities: cities.proposed,
          standing: standing.length,
        })}
      </p>
      <p className="quiet">
        {t('pairs.stable', { blocking: blocking.length })}{' '}
        {unknown.length > 0
          ? t('pairs.unknown', { list: listed(unknown.map((term) => t(`pairs.term.${term}`))) })
          : ''}
      </p>
      <section>
        <div className="page-head">
          <h2>{t('pairs.proposed')}</h2>
          <Link to={paths.pairings}>{t('pairs.toPairings')}</Link>
        </div>
        <ProposedPairs
          advice={advice}
          pairs={named(proposed).toSorted(
            (a, b) => a.parkPlace.localeCompare(b.parkPlace) || (a.parkRank ?? 0) - (b.parkRank ?? 0),
          )}
        />
        {untoldParks.length > 0 ? (
          <p className="caution">
            {t('pairs.untold', { list: listed(untoldParks.map(({ names }) => of(names))) })}
          </p>
        ) : null}
        {left.length > 0 ? (
          <p className="quiet">
            {t('pairs.unfilled', {
              list: listed(
                left.map(({ names, places }) => t('pairs.places', { name: of(names), count: places })),
              ),
            })}
          </p>
        ) : null}
      </section>
      <StandingPairs advice={advice} />
      <NextPairs advice={advice} next={next.filter(({ pair }) => park === undefined || pair.park === park)} />
    </>
  );
}
