import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pairingAsks } from '../api/pairing.asks.ts';
import { type BenefitClause, type BenefitEntry, pairings, type Templates } from '../api/pairing.client.ts';
import { SettlementTable } from '../figures/settlement.table.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { BenefitClauseForm } from '../forms/benefit-clause.form.tsx';
import { BenefitEntriesForm } from '../forms/benefit-entries.form.tsx';
import { useDocumentWords, useWords } from '../words/words.ts';

/** What a clause comes to, while one types it. */
export function CalculatorPage() {
  const { t } = useWords();
  useDocumentWords(t('benefit.calculator'));
  const { data, error } = useQuery(pairingAsks.templates());
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height="60vh" />;
  return <Calculator template={data.benefit} sources={data.sources} />;
}

interface Year {
  year: number;
  entries: BenefitEntry[];
}

function Calculator({
  template,
  sources,
}: {
  template: Templates['benefit'];
  sources: Templates['sources'];
}) {
  const { t, of } = useWords();
  const first = Number(template.clause.from.slice(0, 4));
  const [clause, setClause] = useState<BenefitClause>(started(template.clause, first));
  const [years, setYears] = useState<Year[]>([
    {
      year: first,
      entries: [
        { project: 'A', kind: 'vat', period: `${first}`, fen: 500_000_000 },
        { project: 'A', kind: 'corporate-income-tax', period: `${first}`, fen: 200_000_000 },
      ],
    },
    { year: first + 1, entries: [{ project: 'A', kind: 'vat', period: `${first + 1}`, fen: 600_000_000 }] },
  ]);
  const { data, error } = useQuery({
    queryKey: ['benefit-calculation', clause, years],
    queryFn: () => pairings.calculate({ clause, years }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const put = (at: number, change: Partial<Year>) =>
    setYears(years.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <div className="page">
      <h1>{t('benefit.calculator')}</h1>
      <p className="quiet">{t('benefit.calculatorLead')}</p>
      <section aria-labelledby="clause-title">
        <h2 id="clause-title">{t('benefit.clause')}</h2>
        <p className="quiet">
          {t('benefit.startFrom', { source: titleOf(template.source, sources) })} {of(template.note)}
        </p>
        <BenefitClauseForm clause={clause} onChange={setClause} />
        {data && !error ? <blockquote className="clause-text">{of(data.text)}</blockquote> : null}
      </section>
      {years.map(({ year, entries }, at) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>
            {year} · {t('benefit.amounts')}
          </h2>
          <BenefitEntriesForm
            entries={entries}
            kinds={clause.bases.map(({ kind }) => kind)}
            year={year}
            onChange={(changed) => put(at, { entries: changed })}
          />
          <Result
            result={error ? undefined : data?.years.find(({ settlement }) => settlement.year === year)}
          />
        </section>
      ))}
      {error ? <Trouble error={error} /> : null}
      <button
        type="button"
        className="linkish"
        onClick={() => setYears([...years, { year: first + years.length, entries: [] }])}
      >
        {`+ ${first + years.length}`}
      </button>
    </div>
  );
}

function Result({
  result,
}: {
  result: Awaited<ReturnType<typeof pairings.calculate>>['years'][number] | undefined;
}) {
  const { t } = useWords();
  if (!result || result.settlement.lines.length === 0)
    return <p className="quiet">{t('benefit.resultWaiting')}</p>;
  return (
    <div className="live" aria-live="polite">
      <h3>{t('benefit.result')}</h3>
      <SettlementTable {...result} />
    </div>
  );
}

/** The clause with the condition of its floor met half a year before, so that one sees what a floor does. */
function started(clause: BenefitClause, year: number): BenefitClause {
  const { floor } = clause;
  if (!floor?.trigger) return clause;
  return { ...clause, floor: { ...floor, trigger: { ...floor.trigger, date: `${year - 1}-07-01` } } };
}

const titleOf = (id: string, sources: Templates['sources']) =>
  sources.find((source) => source.id === id)?.title ?? id;
