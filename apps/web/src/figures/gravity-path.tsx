import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/asks.ts';
import type { Position } from '../api/types.ts';
import { PathMap } from '../maps/flow.map.tsx';
import { number } from '../words/amount.ts';
import { monthName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { ReceiptButton } from './receipt.drawer.tsx';
import { Skeleton, Trouble } from './state.tsx';

/** The way of the centre of trade, drawn and month by month. */
export function GravityPath({ period }: { period: string }) {
  const { t, language } = useWords();
  const figure = useQuery(asks.figure('gravity-path', { period, flow: 'total' }));
  const provinces = useQuery(asks.map('provinces'));
  const error = figure.error ?? provinces.error;
  if (error) return <Trouble error={error} />;
  if (!figure.data || !provinces.data) return <Skeleton height={320} />;
  const { values } = figure.data.figure;
  const months = [...new Set(Object.keys(values).map((key) => key.split('.')[0] ?? ''))];
  const steps = months.flatMap((month) => {
    const [longitude, latitude] = [values[`${month}.longitude`], values[`${month}.latitude`]];
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return [];
    return [{ month, longitude, latitude, km: values[`${month}.km`] ?? null }];
  });
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return null;
  const decimals = (value: number | null) => (value === null ? '—' : number(value, language, 2));
  return (
    <>
      <p className="quiet">
        {t('gradient.pathLead', {
          from: monthName(first.month, language),
          to: monthName(last.month, language),
          km: number(kilometres(first, last), language, 1),
        })}
      </p>
      <div className="beside">
        <PathMap
          provinces={provinces.data}
          label={t('gradient.path')}
          path={steps.map(({ longitude, latitude }): Position => [longitude, latitude])}
        />
        <section className="wide" aria-label={t('gradient.path')}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('table.month')}</th>
                {(['longitude', 'latitude', 'km'] as const).map((column) => (
                  <th key={column} scope="col" className="num">
                    {t(`gradient.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {steps.map(({ month, longitude, latitude, km }) => (
                <tr key={month}>
                  <th scope="row">{monthName(month, language)}</th>
                  <td className="num">{decimals(longitude)}°</td>
                  <td className="num">{decimals(latitude)}°</td>
                  <td className="num">{decimals(km)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <ReceiptButton receipt={figure.data.receipt} name={t('figure.gravity-path')} />
    </>
  );
}

/** Great-circle distance of two near points. */
function kilometres(
  a: { longitude: number; latitude: number },
  b: { longitude: number; latitude: number },
): number {
  const radians = Math.PI / 180;
  const [dx, dy] = [(b.longitude - a.longitude) * radians, (b.latitude - a.latitude) * radians];
  return 6371.0088 * Math.hypot(dy, dx * Math.cos(((a.latitude + b.latitude) / 2) * radians));
}
