import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { usePrinting } from './printing.ts';

use([LineChart, BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** Between the margins of A4, in pixels: paper is laid out before a box could be measured. */
const paperWidth = 680;

/** A chart on a canvas that follows the width of its box; its words are in the table beside it. */
export function CanvasChart({
  option,
  label,
  height,
}: {
  option: EChartsCoreOption;
  label: string;
  height: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);
  useEffect(() => {
    if (!box.current) return;
    const drawn = init(box.current);
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);
  const printing = usePrinting();
  useLayoutEffect(() => {
    if (!printing) return;
    const drawn = chart.current;
    drawn?.resize({ width: paperWidth });
    drawn?.getZr().flush();
    return () => drawn?.resize({ width: 'auto' });
  }, [printing]);
  return <div ref={box} className="chart" style={{ height }} role="img" aria-label={label} />;
}
