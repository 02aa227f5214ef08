import { Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { series as colours, tokens } from '../../theme.ts';
import { shorter } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { Skeleton } from '../state.tsx';

const CanvasChart = lazy(async () => ({ default: (await import('../canvas.chart.tsx')).CanvasChart }));

/** A value with the interval in which it lies, at a point of the axis. */
export interface IntervalPoint {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

interface Props {
  title: string;
  /** What the points are. */
  along: string;
  points: readonly IntervalPoint[];
  format: (value: number | null) => string;
}

/** A line within the band of its interval, and the same numbers as a table. */
export function IntervalChart({ title, along, points, format }: Props) {
  const { t } = useWords();
  const [turned, setTurned] = useState(false);
  const words = useMemo(() => ({ value: t('effect.percent'), band: t('effect.band') }), [t]);
  const option = useMemo(() => intervalOption(points, format, words), [points, format, words]);
  return (
    <figure className="series" data-chart="interval">
      <p className="chart-tools">
        <Button size="small" aria-pressed={turned} onClick={() => setTurned(!turned)}>
          {t(turned ? 'table.hide' : 'table.show')}
        </Button>
      </p>
      {turned ? (
        <section className="wide" aria-label={title}>
          <table className="plain">
            <caption className="unseen">{t('table.caption', { title })}</caption>
            <thead>
              <tr>
                <th scope="col">{along}</th>
                {(['percent', 'low', 'high'] as const).map((column) => (
                  <th key={column} scope="col" className="num">
                    {t(`effect.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map(({ name, value, low, high }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="num">{format(value)}</td>
                  <td className="num">{format(low)}</td>
                  <td className="num">{format(high)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <Suspense fallback={<Skeleton height={300} />}>
          <CanvasChart option={option} label={title} height={300} />
        </Suspense>
      )}
    </figure>
  );
}

/** The band is an area upon an unseen line, both stacked whatever their signs. */
function intervalOption(
  points: readonly IntervalPoint[],
  format: (value: number | null) => string,
  words: { value: string; band: string },
) {
  const [colour = tokens.accent] = colours;
  const band = (data: readonly (number | null)[], visible: boolean) => ({
    type: 'line',
    name: words.band,
    stack: 'band',
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    ...(visible ? { areaStyle: { color: colour, opacity: 0.16 } } : {}),
    data: [...data],
  });
  return {
    animationDuration: 200,
    textStyle: { fontFamily: tokens.face },
    grid: {
      left: 4,
      right: 24,
      top: 12,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      renderMode: 'richText',
      transitionDuration: 0,
      formatter: (some: readonly { dataIndex: number }[]) => {
        const point = points[some[0]?.dataIndex ?? 0];
        if (!point) return '';
        const { name, value, low, high } = point;
        return `${name}\n${words.value} ${format(value)}\n${words.band} ${format(low)} → ${format(high)}`;
      },
    },
    xAxis: {
      type: 'category',
      data: points.map(({ name }) => name),
      boundaryGap: false,
      axisLine: { onZero: true, lineStyle: { color: tokens.inkFaint } },
      axisTick: { show: false },
      axisLabel: { color: tokens.inkSoft, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitLine: { lineStyle: { color: tokens.lineSoft } },
      axisLabel: { color: tokens.inkSoft, formatter: (n: number) => shorter(format(n)) },
    },
    series: [
      band(
        points.map(({ low }) => low),
        false,
      ),
      band(
        points.map(({ low, high }) => (low === null || high === null ? null : high - low)),
        true,
      ),
      {
        type: 'line',
        name: words.value,
        data: points.map(({ value }) => value),
        symbolSize: 6,
        lineStyle: { width: 2.5 },
        color: colour,
      },
    ],
  };
}
