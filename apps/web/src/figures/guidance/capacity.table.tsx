import type { Guided } from '../../api/guidance.client.ts';
import { number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { SampleMark } from '../record-head.tsx';
import { IntervalBar } from './interval.bar.tsx';

export type Capacity = Guided<'capacity'>['result'];

/** Parks by their capacity to undertake, each rank with the bounds it lies within; each opens what it is made of. */
export function CapacityTable({
  result: { parks, sampleCounts },
  open,
}: {
  result: Capacity;
  open: (park: string) => void;
}) {
  const { t, of, language } = useWords();
  return (
    <div className="wide">
      <table className="plain capacities" aria-label={t('capacity.table')}>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('leaving.rank')}
            </th>
            <th scope="col">{t('nav.parks')}</th>
            <th scope="col">{t('leaving.rankWithin')}</th>
            <th scope="col" className="num" title={t('capacity.firstThreeIs')}>
              {t('capacity.firstThree')}
            </th>
            <th scope="col" className="num">
              {t('capacity.index')}
            </th>
            <th scope="col" className="num">
              {t('capacity.otherwise')}
            </th>
            <th scope="col" className="num" title={t('capacity.knownIs')}>
              {t('leaving.known')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parks.map((park) => (
            <tr key={park.id}>
              <td className="num">{park.rank}</td>
              <th scope="row">
                <button type="button" className="linkish" onClick={() => open(park.id)}>
                  {of(park.names)}
                </button>
                {sampleCounts && park.values.some(({ sample }) => sample) ? <SampleMark /> : null}
              </th>
              <td className="drawn">
                <IntervalBar
                  value={park.rank}
                  from={park.rankFrom}
                  to={park.rankTo}
                  least={1}
                  most={parks.length}
                />
                {t('leaving.rankBetween', { from: park.rankFrom, to: park.rankTo })}
              </td>
              <td className="num">{percent(park.inFirstThree * 100, language, 0)}</td>
              <td className="num">
                {park.index === null ? t('receipt.unknown') : number(park.index, language, 2)}
              </td>
              <td className="num">
                {park.ranks.critic} · {park.ranks.equal}
              </td>
              <td className="num">{percent(park.known * 100, language, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the index rests on: indicators, of how many parks each is known, and what it weighs. */
export function CapacityWeights({ result: { indicators, parks } }: { result: Capacity }) {
  const { t, language } = useWords();
  const weight = (value: number | undefined) =>
    value === undefined ? '—' : percent(value * 100, language, 0);
  return (
    <div className="wide">
      <table className="plain" aria-label={t('capacity.weights')}>
        <thead>
          <tr>
            <th scope="col">{t('capacity.indicator')}</th>
            <th scope="col">{t('capacity.better')}</th>
            <th scope="col" className="num">
              {t('capacity.knownOf')}
            </th>
            {(['entropy', 'critic', 'equal'] as const).map((way) => (
              <th key={way} scope="col" className="num">
                {t(`capacity.ways.${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ indicator, better, known, weights }) => (
            <tr key={indicator} className={weights ? undefined : 'quiet'}>
              <th scope="row">{t(`capacity.indicators.${indicator}`)}</th>
              <td>{t(better === 1 ? 'capacity.more' : 'capacity.less')}</td>
              <td className="num">{t('capacity.knownParks', { known, count: parks.length })}</td>
              <td className="num">{weight(weights?.entropy)}</td>
              <td className="num">{weight(weights?.critic)}</td>
              <td className="num">{weight(weights?.equal)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
