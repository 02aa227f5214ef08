import type { PlanProgress } from '../../api/project.client.ts';
import { percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { SeriesChart } from '../series.chart.tsx';

/** How far the plan was to be and is, month by month. */
export function PlanCurve({ progress }: { progress: PlanProgress }) {
  const { t, language } = useWords();
  if (progress.curve.length < 2) return null;
  const format = (value: number | null) => percent(value, language, 0);
  return (
    <section aria-labelledby="curve-title">
      <h2 id="curve-title">{t('plan.curve')}</h2>
      {progress.planned === undefined ? null : (
        <p className="quiet">
          {t('plan.byNow', { planned: format(progress.planned), actual: format(progress.actual ?? null) })}
        </p>
      )}
      <SeriesChart
        title={t('plan.curve')}
        kind="line"
        points={progress.curve.map(({ date }) => date)}
        series={[
          { name: t('plan.curveSeries.planned'), values: progress.curve.map(({ planned }) => planned) },
          { name: t('plan.curveSeries.actual'), values: progress.curve.map(({ actual }) => actual ?? null) },
        ]}
        format={format}
        height={260}
      />
    </section>
  );
}
