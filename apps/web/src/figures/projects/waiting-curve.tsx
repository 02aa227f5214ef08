import type { Results } from '../../api/project.client.ts';
import { number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { SeriesChart } from '../series.chart.tsx';

/** The part of signed projects without production, by months since signing, with its table. */
export function WaitingCurve({ wait }: { wait: Results['wait'] }) {
  const { t, language } = useWords();
  if (wait.produced + wait.waiting === 0) return null;
  const last = wait.steps.at(-1)?.months ?? 0;
  const months = Array.from({ length: last + 1 }, (_, i) => i);
  const part = (month: number) => 100 * (wait.steps.findLast((step) => step.months <= month)?.survival ?? 1);
  const format = (value: number | null) => percent(value, language, 0);
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('results.waiting')}</h2>
      <p className="quiet">
        {t('results.waitingLead', { produced: wait.produced, waiting: wait.waiting })}{' '}
        {wait.median === undefined ? t('results.noMedian') : t('results.medianIs', { count: wait.median })}
      </p>
      <div className="beside">
        <SeriesChart
          title={t('results.waiting')}
          kind="line"
          points={months.map(String)}
          series={[{ name: t('results.survival'), values: months.map(part) }]}
          format={format}
          height={260}
          tabled={false}
        />
        <div className="steps">
          <table className="plain" aria-label={t('results.waiting')}>
            <thead>
              <tr>
                {(['month', 'atRisk', 'come', 'stillWaiting', 'survival', 'interval'] as const).map(
                  (column) => (
                    <th key={column} scope="col" className="num">
                      {t(`results.${column}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {wait.steps.map((step) => (
                <tr key={step.months}>
                  <th scope="row" className="num">
                    {step.months}
                  </th>
                  <td className="num">{step.atRisk}</td>
                  <td className="num">{step.come}</td>
                  <td className="num">{step.stillWaiting}</td>
                  <td className="num strong">{percent(100 * step.survival, language, 1)}</td>
                  <td className="num">
                    {step.error === undefined ? '—' : number(100 * step.error, language, 1)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}
