import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { asks } from '../../api/asks.ts';
import { guidanceAsk } from '../../api/guidance.asks.ts';
import type { Position } from '../../api/types.ts';
import { FlowMap } from '../../maps/flow.map.tsx';
import { money } from '../../words/amount.ts';
import { periodName } from '../../words/month.ts';
import { useWords } from '../../words/words.ts';
import { Empty, Skeleton, Trouble } from '../state.tsx';
import { GuidanceReceiptButton } from './guidance-receipt.tsx';

const drawn = 20;

/** The greatest flows that losses and gains imply, as arcs and with their bounds as a table. */
export function GuidedFlows({
  group,
  since,
  choose,
}: {
  group: string;
  since: string | undefined;
  choose: (since: string) => void;
}) {
  const { t, of, language } = useWords();
  const { data, error } = useQuery(
    guidanceAsk('flows', { ...(group === 'all' ? {} : { group }), ...(since ? { since } : {}) }),
  );
  const places = useQuery(asks.places());
  const provinces = useQuery(asks.map('provinces'));
  const inset = useQuery(asks.map('inset'));
  const failed = error ?? places.error ?? provinces.error ?? inset.error;
  if (failed) return <Trouble error={failed} />;
  if (!data || !places.data || !provinces.data || !inset.data) return <Skeleton height={420} />;
  const { flows, periods, from, to, moved, eastToInterior, others, leftOut, places: ends } = data.result;
  if (flows.length === 0) return <Empty title={t('leaving.noFlows')} remedy={t('leaving.noFlowsRemedy')} />;
  const known = new Map(places.data.places.map((one) => [one.code, one]));
  const told = new Map(ends.map(({ code, names }) => [code, of(names)]));
  const nameOf = (code: string) => {
    const short = known.get(code)?.short;
    return short ? of(short) : (told.get(code) ?? code);
  };
  const at = (code: string): Position => [known.get(code)?.longitude ?? 0, known.get(code)?.latitude ?? 0];
  const inYuan = (value: number) => money(value, language);
  const rows = flows.slice(0, drawn);
  const most = rows[0]?.flow || 1;
  const rest = flows.slice(drawn);
  return (
    <>
      <div className="choices">
        {periods.length > 2 ? (
          <Select
            aria-label={t('leaving.since')}
            value={from}
            options={periods.slice(0, -1).map((value) => ({
              value,
              label: t('leaving.sincePeriod', { period: periodName(value, language) }),
            }))}
            onChange={choose}
          />
        ) : null}
        <GuidanceReceiptButton receipt={data.receipt} name={t('leaving.flows')} />
      </div>
      <p>
        {t('leaving.flowsSaid', {
          from: periodName(from, language),
          to: periodName(to, language),
          moved: inYuan(moved),
          east: inYuan(eastToInterior),
        })}
      </p>
      <p className="caution">{t('leaving.implied')}</p>
      <div className="beside">
        <FlowMap
          provinces={provinces.data}
          inset={inset.data}
          label={t('leaving.flows')}
          flows={rows.map(({ from, to, flow }) => ({
            key: `${from}>${to}`,
            from: at(from),
            to: at(to),
            size: flow / most,
            label: `${nameOf(from)} → ${nameOf(to)} ${inYuan(flow)}`,
          }))}
        />
        <section className="wide" aria-label={t('leaving.flows')}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('gradient.from')}</th>
                <th scope="col">{t('gradient.to')}</th>
                <th scope="col" className="num">
                  {t('gradient.amount')}
                </th>
                <th scope="col" className="num">
                  {t('gradient.interval')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ from, to, flow, lower, upper }) => (
                <tr key={`${from}>${to}`}>
                  <th scope="row">{nameOf(from)}</th>
                  <td>{nameOf(to)}</td>
                  <td className="num">{inYuan(flow)}</td>
                  <td className="num quiet">
                    {t('gradient.between', { lower: inYuan(lower), upper: inYuan(upper) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="quiet">
            {t('leaving.otherFlows', {
              count: others.count + rest.length,
              flow: inYuan(others.flow + rest.reduce((sum, { flow }) => sum + flow, 0)),
            })}
            {leftOut.length > 0 ? ` ${t('leaving.leftOut', { count: leftOut.length })}` : ''}
          </p>
        </section>
      </div>
    </>
  );
}
