import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/asks.ts';
import type { Position } from '../api/types.ts';
import { FlowMap } from '../maps/flow.map.tsx';
import { money } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { Notes, ReceiptButton } from './receipt.drawer.tsx';
import { Empty, Skeleton, Trouble } from './state.tsx';

const drawn = 20;

/** The largest implied transfers as arcs, and with their intervals as a table. */
export function ImpliedTransfer({ period, goods }: { period: string; goods: string }) {
  const { t, of, language } = useWords();
  const figure = useQuery(asks.figure('implied-transfer', { period, goods, flow: 'total' }));
  const places = useQuery(asks.places());
  const provinces = useQuery(asks.map('provinces'));
  const inset = useQuery(asks.map('inset'));
  const error = figure.error ?? places.error ?? provinces.error ?? inset.error;
  if (error) return <Trouble error={error} />;
  if (!figure.data || !places.data || !provinces.data || !inset.data) return <Skeleton height={420} />;
  const { values, notes } = figure.data.figure;
  if ((values.moved ?? null) === null) {
    return <Empty title={t('gradient.base')} remedy={t('gradient.baseRemedy')} />;
  }
  const place = new Map(places.data.places.map((one) => [one.code, one]));
  const nameOf = (code: string) => {
    const one = place.get(code);
    return one ? of(one.short ?? one.name) : code;
  };
  const at = (code: string): Position => [place.get(code)?.longitude ?? 0, place.get(code)?.latitude ?? 0];
  const inYuan = (value: number | null | undefined) => money(value, language);
  const rows = Object.entries(values)
    .filter(([key]) => /^\d+>\d+$/.test(key))
    .sort(([, a], [, b]) => (b ?? 0) - (a ?? 0))
    .slice(0, drawn)
    .map(([key, value]) => {
      const [from = '', to = ''] = key.split('>');
      return { key, from, to, value, lower: values[`${key}.lower`], upper: values[`${key}.upper`] };
    });
  const most = rows[0]?.value ?? 1;
  return (
    <>
      <p className="quiet">{t('gradient.transferLead', { moved: inYuan(values.moved) })}</p>
      <div className="beside">
        <FlowMap
          provinces={provinces.data}
          inset={inset.data}
          label={t('gradient.transfer')}
          flows={rows.map(({ key, from, to, value }) => ({
            key,
            from: at(from),
            to: at(to),
            size: (value ?? 0) / most,
            label: `${nameOf(from)} → ${nameOf(to)} ${inYuan(value)}`,
          }))}
        />
        <section className="wide" aria-label={t('gradient.transfer')}>
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
              {rows.map(({ key, from, to, value, lower, upper }) => (
                <tr key={key}>
                  <th scope="row">{nameOf(from)}</th>
                  <td>{nameOf(to)}</td>
                  <td className="num">{inYuan(value)}</td>
                  <td className="num quiet">
                    {t('gradient.between', { lower: inYuan(lower), upper: inYuan(upper) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <Notes codes={notes} />
      <ReceiptButton receipt={figure.data.receipt} name={t('figure.implied-transfer')} />
    </>
  );
}
