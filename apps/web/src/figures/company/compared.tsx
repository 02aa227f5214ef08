import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { companyAsks } from '../../api/company.asks.ts';
import type { CompanyPlan, Comparison } from '../../api/company.client.ts';
import type { MoveState } from '../../url-state.company.ts';
import { percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { Skeleton, Trouble } from '../state.tsx';
import { ComparedTable } from './compared-table.tsx';
import { Depth } from './depth.tsx';
import { Draws } from './draws.tsx';
import { Flips } from './flips.tsx';
import { OfferSheets } from './offer-sheets.tsx';
import { Tornado } from './tornado.tsx';
import { Waterfall } from './waterfall.tsx';
import { Ways } from './ways.tsx';

interface Props {
  plan: CompanyPlan;
  record?: string;
  state: MoveState;
  choose: (change: MoveState) => void;
}

/** One plan in every park: side by side, where differences come from, and how sure the order is. */
export function Compared({ plan, record, state, choose }: Props) {
  const { t, of } = useWords();
  const { data, error, refetch, isPlaceholderData } = useQuery(companyAsks.compared(plan, state.reference));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const { places, waterfall } = data;
  const ids = places.map(({ park }) => park);
  const known = (id: string | undefined) => (id && ids.includes(id) ? id : undefined);
  const one = known(state.one) ?? (ids[0] as string);
  const other = known(state.other) ?? ids.find((id) => id !== one) ?? one;
  const reference = places.find(({ code }) => code === waterfall.reference)?.park;
  const pick = (key: keyof MoveState, value: string | undefined) => (
    <span className="labelled">
      <span>{t(`move.pick.${key}`)}</span>
      <Select
        aria-label={t(`move.pick.${key}`)}
        value={value}
        options={places.map(({ park, names }) => ({ value: park, label: of(names) }))}
        onChange={(next: string) => choose({ ...state, [key]: next })}
      />
    </span>
  );
  const placeOf = (id: string) => places.find(({ park }) => park === id);
  return (
    <div className={isPlaceholderData ? 'compared-view stale' : 'compared-view'}>
      <p className="actions">
        <Button onClick={() => window.print()}>{t('move.print')}</Button>
      </p>
      <Assumed comparison={data} />
      <ComparedTable comparison={data} plan={plan} record={record} />
      {record ? <OfferSheets record={record} places={places} /> : null}
      <section aria-labelledby="waterfall-title">
        <h2 id="waterfall-title">{t('move.waterfall')}</h2>
        <p className="quiet">{t('move.waterfallLead')}</p>
        <div className="picks">
          {pick('other', other)}
          {pick('reference', reference)}
        </div>
        <Waterfall comparison={data} park={other} />
      </section>
      <section aria-labelledby="tornado-title">
        <h2 id="tornado-title">{t('move.tornado')}</h2>
        <p className="quiet">{t('move.tornadoLead')}</p>
        <div className="picks">
          {pick('one', one)}
          {pick('other', other)}
        </div>
        <div className="two">
          {[...new Set([one, other])].map((id) => {
            const place = placeOf(id);
            return place ? <Tornado key={id} comparison={data} place={place} /> : null;
          })}
        </div>
      </section>
      <section aria-labelledby="draws-title">
        <h2 id="draws-title">{t('move.draws')}</h2>
        <p className="quiet">
          {t('move.drawsLead', {
            count: data.draws.count,
            drawn: data.draws.drawn.length,
            seed: data.draws.seed,
          })}
        </p>
        <Draws comparison={data} chosen={[one, other]} />
      </section>
      <Flips comparison={data} />
      <Ways comparison={data} />
      <Depth comparison={data} />
    </div>
  );
}

/** What holds for every park: the beginning, how production grows, and by what money is discounted. */
function Assumed({
  comparison: { start, ramp, horizon, rate, figures, suspended },
}: {
  comparison: Comparison;
}) {
  const { t, language } = useWords();
  const discount = figures.find(({ id }) => id === rate)?.likely;
  const mark = (assumed: boolean) => (assumed ? t('move.assumed') : '');
  return (
    <p className="quiet">
      {t('move.assumptions', {
        start: `${start.date}${mark(start.assumed)}`,
        ramp: `${ramp.shares
          .slice(0, 4)
          .map((share) => percent(share * 100, language, 0))
          .join(' → ')}${mark(ramp.assumed)}`,
        horizon,
        rate: discount === undefined ? t('move.unknown') : percent(discount * 100, language, 1),
      })}{' '}
      {suspended ? t('move.suspended') : null}
    </p>
  );
}
