import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { guidanceAsk } from '../api/guidance.asks.ts';
import type { Guided } from '../api/guidance.client.ts';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { GuidanceReceiptButton } from '../figures/guidance/guidance-receipt.tsx';
import { AdviceList } from '../figures/guidance/next/advice-list.tsx';
import { AdviceWeights } from '../figures/guidance/next/advice-weights.tsx';
import { MobileGroups, UnitsWorth } from '../figures/guidance/next/groups-and-units.tsx';
import { ParkStandings } from '../figures/guidance/next/park-standings.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { change, percent } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

/** What the ministry should do next: where the programme works and where not, then advice in order. */
export function GuidanceNextPage() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(guidanceAsk('ministry-next', {}));
  const result = data?.result;
  return (
    <div className="page guidance">
      <GuidanceHead page="guidanceNext">
        <GuidanceReceiptButton receipt={data?.receipt} name={t('guidance.pages.guidanceNext')} />
        <Button className="actions" href="/api/guidance/bulletin.docx">
          {t('guidanceNext.bulletin')}
        </Button>
        <Button className="actions" onClick={() => window.print()}>
          {t('guidanceNext.print')}
        </Button>
      </GuidanceHead>
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {result ? (
        <>
          <ProgrammeStanding programme={result.programme} />
          <h2>{t('guidanceNext.advice')}</h2>
          <AdviceList advice={result.advice} />
          <ParkStandings parks={result.parks} />
          <MobileGroups groups={result.groups} />
          <UnitsWorth units={result.units} parks={result.parks} />
          <AdviceWeights weights={result.weights} />
        </>
      ) : error ? null : (
        <Skeleton height="60vh" />
      )}
    </div>
  );
}

/** How the parks' cities go beside the others, in a sentence. */
function ProgrammeStanding({ programme }: { programme: Guided<'ministry-next'>['result']['programme'] }) {
  const { t, language } = useWords();
  const { parks, told, ahead, share, shareBefore, change: grown, othersChange, effect } = programme;
  if (share === null || shareBefore === null)
    return <p className="caution">{t('guidanceNext.nationUntold')}</p>;
  return (
    <p className="standing">
      {t('guidanceNext.nation', {
        parks,
        told,
        ahead,
        change: change(grown, language),
        othersChange: change(othersChange, language),
        share: percent(100 * share, language, 1),
        shareBefore: percent(100 * shareBefore, language, 1),
      })}
      {effect === null ? null : ` ${t('guidanceNext.nationEffect', { effect: change(effect, language) })}`}
    </p>
  );
}
