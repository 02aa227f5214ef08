import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/asks.ts';
import { money } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { Notes, ReceiptButton } from './receipt.drawer.tsx';
import { SeriesChart } from './series.chart.tsx';
import { Empty, Skeleton, Trouble } from './state.tsx';

const parts = ['national', 'mix', 'competitive', 'new'] as const;

/** What the change of each place is made of, as bars and as a table. */
export function ShiftShare({ period, goods, level }: { period: string; goods: string; level: string }) {
  const { t, of, language } = useWords();
  const figure = useQuery(asks.figure('shift-share', { period, goods, level, flow: 'total' }));
  const places = useQuery(asks.places());
  if (figure.error) return <Trouble error={figure.error} />;
  if (!figure.data || !places.data) return <Skeleton height={340} />;
  const { values, notes } = figure.data.figure;
  const codes = [...new Set(Object.keys(values).map((key) => key.split('.')[0] ?? ''))];
  if (codes.every((code) => (values[`${code}.change`] ?? null) === null)) {
    return <Empty title={t('gradient.base')} remedy={t('gradient.baseRemedy')} />;
  }
  const names = new Map(places.data.places.map((place) => [place.code, of(place.short ?? place.name)]));
  const shown = parts.filter((part) => codes.some((code) => values[`${code}.${part}`]));
  return (
    <>
      <SeriesChart
        title={t('gradient.share')}
        kind="bar"
        points={codes.map((code) => names.get(code) ?? t(`region.${code}`, { defaultValue: code }))}
        series={shown.map((part) => ({
          name: t(`gradient.parts.${part}`),
          values: codes.map((code) => values[`${code}.${part}`] ?? null),
        }))}
        format={(value) => money(value, language)}
        height={level === 'region' ? 340 : 460}
      />
      <Notes codes={notes} />
      <ReceiptButton receipt={figure.data.receipt} name={t('figure.shift-share')} />
    </>
  );
}
