import type { QualitySource, QualitySources } from '../api/types.ts';
import { number, percent } from '../words/amount.ts';
import { sourceName } from '../words/finding.ts';
import { monthName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { Empty } from './state.tsx';

const marks = { loaded: '', partial: '½', missing: '×', due: '!', awaited: '·' } as const;
const states = ['loaded', 'partial', 'missing', 'due', 'awaited'] as const;
const monthNumbers = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/** For each table its months as squares: what is loaded, what is missing, what is due, and how soon it came. */
export function SourceCalendars({ board: { sources, publicationDay } }: { board: QualitySources }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title">{t('quality.sources')}</h2>
      {sources.length === 0 ? (
        <Empty title={t('quality.noSources')} remedy={t('quality.noSourcesRemedy')} />
      ) : (
        <>
          <p className="quiet">{t('quality.sourcesLead', { day: publicationDay ?? '—' })}</p>
          <ul className="month-legend">
            {states.map((state) => (
              <li key={state}>
                <i className="month-cell" data-state={state} aria-hidden="true">
                  {marks[state]}
                </i>
                {t(`quality.monthState.${state}`)}
              </li>
            ))}
          </ul>
          <div className="calendars">
            {sources.map((source) => (
              <Calendar key={source.shape.id} source={source} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function Calendar({ source }: { source: QualitySource }) {
  const { t, language } = useWords();
  const { facts, read, quarantined, days, regular, confidential, synthetic, months } = source;
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const byMonth = new Map(months.map((one) => [one.month, one]));
  const name = sourceName(source, t, language);
  const told = [
    t(regular ? 'quality.regular' : 'quality.occasional'),
    `${t('quality.facts')} ${number(facts, language)}`,
    `${t('quality.quarantineShare')} ${read > 0 ? percent((100 * quarantined) / read, language, 2) : '—'}`,
    `${t('quality.daysMiddle')} ${days === null ? t('quality.untold') : t('quality.daysOf', { days: Math.round(days) })}`,
    ...(confidential ? [t('quality.confidential')] : []),
    ...(synthetic ? [t('quality.synthetic')] : []),
  ];
  return (
    <figure className="calendar">
      <figcaption>
        <b>{name}</b>
        <span className="quiet">{told.join(' · ')}</span>
      </figcaption>
      <table aria-label={name}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('quality.year')}</span>
            </th>
            {monthNumbers.map((month) => (
              <th key={month} scope="col">
                {Number(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {monthNumbers.map((month) => (
                <Square key={month} month={`${year}-${month}`} told={byMonth.get(`${year}-${month}`)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Square({ month, told }: { month: string; told: QualitySource['months'][number] | undefined }) {
  const { t, language } = useWords();
  if (!told) return <td />;
  const { state, days } = told;
  const said = { month: monthName(month, language), state: t(`quality.monthState.${state}`) };
  const title = days === undefined ? t('quality.monthOf', said) : t('quality.monthLate', { ...said, days });
  return (
    <td>
      <span className="month-cell" data-state={state} title={title}>
        <span aria-hidden="true">{state === 'loaded' ? (days ?? '') : marks[state]}</span>
        <span className="unseen">{title}</span>
      </span>
    </td>
  );
}
