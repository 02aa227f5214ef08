import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer, Tag } from 'antd';
import { guidanceAsk } from '../../api/guidance.asks.ts';
import { paths } from '../../paths.ts';
import { money } from '../../words/amount.ts';
import { valueText } from '../../words/figure-text.ts';
import { periodName } from '../../words/month.ts';
import { useWords } from '../../words/words.ts';
import { Cite, citing, Sources } from '../cited-sources.tsx';
import { SampleMark } from '../record-head.tsx';
import { Skeleton, Trouble } from '../state.tsx';
import type { Capacity } from './capacity.table.tsx';
import { GuidanceReceiptButton } from './guidance-receipt.tsx';
import { FitByGroup, ParkTies, ParkWays, TypicalFirms } from './park-fit.tsx';

type Park = Capacity['parks'][number];

/** One park: every indicator with where it is from, and how it fits each group of goods. */
export function CapacityDrawer({ park, result, close }: { park: Park; result: Capacity; close: () => void }) {
  const { t, of } = useWords();
  const fit = useQuery(guidanceAsk('park-fit', { park: park.id }));
  const told = fit.data?.result;
  const ours = told?.parks.find(({ id }) => id === park.id);
  return (
    <Drawer
      title={of(park.names)}
      open
      onClose={close}
      size={720}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <div className="receipt guided">
        <p>
          {result.synthetic ? <Tag color="purple">{t('guidance.synthetic')}</Tag> : null}
          {t('capacity.rankSaid', {
            rank: park.rank,
            count: result.parks.length,
            from: park.rankFrom,
            to: park.rankTo,
          })}{' '}
          <Link to={paths.park} params={{ id: park.id }}>
            {t('capacity.toPark')}
          </Link>
        </p>
        <Indicators park={park} result={result} />
        {fit.error ? <Trouble error={fit.error} /> : null}
        {told && ours ? (
          <>
            <FitByGroup told={told} count={result.parks.length} />
            <TypicalFirms told={told} park={park.id} count={result.parks.length} />
            <ParkWays park={ours} />
            <ParkTies park={ours} />
            <GuidanceReceiptButton receipt={fit.data?.receipt} name={t('capacity.fit')} />
          </>
        ) : fit.error ? null : (
          <Skeleton height={280} />
        )}
      </div>
    </Drawer>
  );
}

function Indicators({ park, result }: { park: Park; result: Capacity }) {
  const { t, language } = useWords();
  const made = ['statistics', 'programme', 'reckoned'];
  const sources = park.values.map(({ source, sample }) =>
    source && !sample && !made.includes(source) ? source : undefined,
  );
  const cited = citing(sources);
  const unitOf = new Map(result.indicators.map(({ indicator, unit }) => [indicator, unit]));
  const write = (value: number, unit: string) =>
    unit === 'CNY' ? money(value, language) : valueText(value, unit, language);
  return (
    <>
      <h3>{t('capacity.values')}</h3>
      <div className="wide">
        <table className="plain" aria-label={t('capacity.values')}>
          <thead>
            <tr>
              <th scope="col">{t('capacity.indicator')}</th>
              <th scope="col" className="num">
                {t('leaving.value')}
              </th>
              <th scope="col">{t('capacity.when')}</th>
              <th scope="col">{t('capacity.from')}</th>
            </tr>
          </thead>
          <tbody>
            {park.values.map(({ indicator, value, date, source, of: place, sample }, i) => (
              <tr key={indicator} className={value === null ? 'quiet' : undefined}>
                <th scope="row">{t(`capacity.indicators.${indicator}`)}</th>
                <td className="num">
                  {value === null ? t('receipt.unknown') : write(value, unitOf.get(indicator) ?? '')}
                  {sample ? <SampleMark /> : null}
                </td>
                <td>
                  {date === null
                    ? ''
                    : /^\d{4}(-\d\d)?(\.\.|$)/.test(date)
                      ? periodName(date, language)
                      : date}
                </td>
                <td>
                  {source && made.includes(source) ? t(`capacity.sources.${source}`) : null}
                  {source && !made.includes(source) && !sample ? (
                    <>
                      {t(place && place !== park.place ? 'capacity.ofProvince' : 'capacity.ofPack')}
                      <Cite number={cited.of(sources[i])} />
                    </>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Sources ids={cited.ids} />
    </>
  );
}
