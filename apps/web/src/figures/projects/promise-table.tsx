import type { ProjectContent } from '../../api/project.client.ts';
import { useWords } from '../../words/words.ts';
import { PairCells } from './results.tsx';

/** What was promised and what came: in all, and output and exports year by year. */
export function PromiseTable({ content }: { content: ProjectContent }) {
  const { t } = useWords();
  const { promised, results } = content;
  const years = [...new Set([...promised.years, ...results].map(({ year }) => year))].sort((a, b) => a - b);
  const last = [...results].sort((a, b) => a.year - b.year).at(-1);
  const paid = results.reduce((sum, { paidIn }) => sum + paidIn, 0);
  const ofYear = (measure: 'output' | 'exports', year: number) => ({
    promised: promised.years.find((one) => one.year === year)?.[measure] ?? 0,
    actual: results.find((one) => one.year === year)?.[measure],
  });
  return (
    <section aria-labelledby="promise-title">
      <h2 id="promise-title">{t('project.promise')}</h2>
      <div className="wide">
        <table className="plain" aria-label={t('project.promise')}>
          <thead>
            <tr>
              <th scope="col">{t('project.measure')}</th>
              <th scope="col">{t('project.year')}</th>
              {(['promised', 'actual', 'kept'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`results.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('results.investment')}</th>
              <td />
              <PairCells pair={{ promised: promised.investment, actual: last ? paid : undefined }} />
            </tr>
            <tr>
              <th scope="row">{t('results.jobs')}</th>
              <td>{last?.year}</td>
              <PairCells pair={{ promised: promised.jobs, actual: last?.jobs }} people />
            </tr>
            {(['output', 'exports'] as const).flatMap((measure) =>
              years.map((year) => (
                <tr key={`${measure} ${year}`}>
                  <th scope="row">{t(`results.${measure}`)}</th>
                  <td>{year}</td>
                  <PairCells pair={ofYear(measure, year)} />
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
