import { Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { series as colours, tokens } from '../theme.ts';
import { shorter } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import type { Series } from './series.ts';
import { Skeleton } from './state.tsx';

const CanvasChart = lazy(async () => ({ default: (await import('./canvas.chart.tsx')).CanvasChart }));

interface Props {
  title: string;
  kind: 'line' | 'bar';
  points: readonly string[];
  series: readonly Series[];
  format: (value: number | null) => string;
  height?: number;
  /** Whether it can be turned into its table; not where the page has the table anyway. */
  tabled?: boolean;
  /** What the points are, where they are not months. */
  along?: string;
}

/** Series as lines or bars, and the same numbers as a table. */
export function SeriesChart({
  title,
  kind,
  points,
  series,
  format,
  height = 340,
  tabled = true,
  along,
}: Props) {
  const { t } = useWords();
  const [turned, setTurned] = useState(false);
  const option = useMemo(() => chartOption({ kind, points, series, format }), [kind, points, series, format]);
  const tall = kind === 'bar' && series.length === 1 ? Math.max(160, 24 * points.length + 60) : height;
  return (
    <figure className="series" data-chart={kind}>
      {tabled ? (
        <p className="chart-tools">
          <Button size="small" aria-pressed={turned} onClick={() => setTurned(!turned)}>
            {t(turned ? 'table.hide' : 'table.show')}
          </Button>
        </p>
      ) : null}
      {turned ? (
        <SeriesTable title={title} points={points} series={series} format={format} along={along} />
      ) : (
        <Suspense fallback={<Skeleton height={tall} />}>
          <CanvasChart option={option} label={title} height={tall} />
        </Suspense>
      )}
    </figure>
  );
}

function SeriesTable({
  title,
  points,
  series,
  format,
  along,
}: Pick<Props, 'title' | 'points' | 'series' | 'format'> & { along: string | undefined }) {
  const { t } = useWords();
  return (
    <section className="wide" aria-label={title}>
      <table className="plain">
        <caption className="unseen">{t('table.caption', { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{along ?? t('table.month')}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col" className="num">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point, i) => (
            <tr key={point}>
              <th scope="row">{point}</th>
              {series.map(({ name, values }) => (
                <td key={name} className="num">
                  {format(values[i] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** In pixels; names of goods run to sentences. */
const longestName = 200;

function chartOption({ kind, points, series, format }: Pick<Props, 'kind' | 'points' | 'series' | 'format'>) {
  const upright = kind === 'line' || series.length > 1;
  const named = series.some(({ name }) => name !== '');
  const category = {
    type: 'category',
    data: points,
    boundaryGap: kind === 'bar',
    inverse: !upright,
    axisLine: { lineStyle: { color: tokens.line } },
    axisTick: { show: false },
    axisLabel: {
      color: tokens.inkSoft,
      ...(upright ? { hideOverlap: true } : { interval: 0, width: longestName, overflow: 'truncate' }),
    },
  };
  const value = {
    type: 'value',
    scale: kind === 'line',
    splitLine: { lineStyle: { color: tokens.lineSoft } },
    axisLabel: { color: tokens.inkSoft, formatter: (n: number) => shorter(format(n)) },
  };
  return {
    color: [...colours],
    animationDuration: 200,
    textStyle: { fontFamily: tokens.face },
    grid: {
      left: 4,
      right: 16,
      top: named ? 40 : 12,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      show: named,
      top: 0,
      left: 0,
      type: 'scroll',
      icon: 'rect',
      itemWidth: 14,
      itemHeight: 3,
      textStyle: { color: tokens.ink, width: longestName, overflow: 'truncate' },
    },
    tooltip: {
      trigger: 'axis',
      transitionDuration: 0,
      confine: true,
      renderMode: 'richText',
      valueFormatter: (n: unknown) => format(typeof n === 'number' ? n : null),
    },
    xAxis: upright ? category : value,
    yAxis: upright ? value : category,
    series: series.map(({ name, values }, i) => ({
      name,
      type: kind,
      data: [...values],
      ...(kind === 'line'
        ? { symbolSize: 5, lineStyle: { width: i === 0 ? 2.5 : 1.75 }, connectNulls: false }
        : { barMaxWidth: 28 }),
    })),
  };
}
