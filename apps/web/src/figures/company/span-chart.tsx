import { lazy, Suspense, useMemo } from 'react';
import { series as colours, tokens } from '../../theme.ts';
import { shorter } from '../../words/amount.ts';
import { Skeleton } from '../state.tsx';

const CanvasChart = lazy(async () => ({ default: (await import('../canvas.chart.tsx')).CanvasChart }));

/** A bar from one value to another. */
export interface Span {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly colour?: number;
}

/** Bars that lie between two values each, one below the other; the page has the numbers in a table beside it. */
export function SpanChart({
  title,
  spans,
  format,
  scaled = false,
}: {
  title: string;
  spans: readonly Span[];
  format: (value: number) => string;
  /** The axis need not begin at nought. */
  scaled?: boolean;
}) {
  const option = useMemo(() => spanOption(spans, format, scaled), [spans, format, scaled]);
  const height = Math.max(140, 26 * spans.length + 50);
  return (
    <Suspense fallback={<Skeleton height={height} />}>
      <CanvasChart option={option} label={title} height={height} />
    </Suspense>
  );
}

/** Stacks an invisible bar below each; one that passes nought is two parts, for stacks grow away from nought. */
function spanOption(spans: readonly Span[], format: (value: number) => string, scaled: boolean) {
  const ends = spans.map(({ from, to }) => [Math.min(from, to), Math.max(from, to)] as const);
  const least = Math.min(...ends.map(([low]) => low));
  const most = Math.max(...ends.map(([, high]) => high));
  // Where everything lies on one side, all bars are drawn from there, and the axis is named by what it stands for.
  const base = scaled && least > 0 ? least - (most - least) * 0.1 : 0;
  const itemStyle = (i: number) => ({ color: colours[spans[i]?.colour ?? 0] ?? tokens.accent });
  const bar = (values: readonly number[], visible: boolean) => ({
    type: 'bar',
    stack: 'span',
    barMaxWidth: 16,
    silent: !visible,
    data: values.map((value, i) => ({
      value,
      itemStyle: visible ? itemStyle(i) : { color: 'transparent' },
    })),
  });
  const shifted = ends.map(([low, high]) => [low - base, high - base] as const);
  return {
    animationDuration: 200,
    textStyle: { fontFamily: tokens.face },
    grid: { left: 4, right: 20, top: 8, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      renderMode: 'richText',
      transitionDuration: 0,
      formatter: (some: readonly { dataIndex: number }[]) => {
        const at = some[0]?.dataIndex ?? 0;
        const span = spans[at];
        return span ? `${span.name.replaceAll('’', "'")}\n${format(span.from)} → ${format(span.to)}` : '';
      },
    },
    xAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: { lineStyle: { color: tokens.lineSoft } },
      axisLabel: {
        color: tokens.inkSoft,
        hideOverlap: true,
        formatter: (n: number) => shorter(format(n + base)),
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      // A canvas takes the curly one from a Chinese face, as wide as a character.
      data: spans.map(({ name }) => name.replaceAll('’', "'")),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tokens.line } },
      axisLabel: { color: tokens.inkSoft, interval: 0, width: 150, overflow: 'truncate' },
    },
    series: [
      bar(
        shifted.map(([low, high]) => (low > 0 ? low : Math.min(high, 0))),
        false,
      ),
      bar(
        shifted.map(([low, high]) => (low > 0 ? high - low : Math.max(high, 0))),
        true,
      ),
      bar(
        shifted.map(([low, high]) => (high < 0 ? low - high : Math.min(low, 0))),
        true,
      ),
    ],
  };
}
