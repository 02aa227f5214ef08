import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/asks.ts';
import type { Status } from '../api/types.ts';
import { LoadHistory } from '../figures/load-history.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { ConcordancesForm } from '../forms/concordances.form.tsx';
import { InboxForm } from '../forms/inbox.form.tsx';
import { number } from '../words/amount.ts';
import { periodName } from '../words/month.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** The load centre: what can be told of the data, files to take in, and every load there was. */
export function LoadsPage() {
  const { t, of, language } = useWords();
  useDocumentWords(t('data.title'));
  const status = useQuery(asks.status());
  const loads = useQuery(asks.loads());
  const error = status.error ?? loads.error;
  if (error) return <Trouble error={error} retry={() => void loads.refetch()} />;
  if (!status.data || !loads.data) return <Skeleton height="60vh" />;
  const { months, facts, version, pack } = status.data;
  const desk = status.data.clearance === 'desk';
  const said: [string, string][] = [
    [t('data.months'), months ? periodName(`${months.first}..${months.last}`, language) : t('park.unknown')],
    [t('data.facts'), number(facts, language)],
    [t('data.loads'), number(status.data.loads, language)],
    [t('data.pack'), `${of(pack.name)} ${pack.edition}`],
    [t('data.version'), version],
  ];
  return (
    <div className="page">
      <h1>{t('data.title')}</h1>
      <p className="quiet">{t('data.lead')}</p>
      <dl className="summary">
        {said.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Answerable answers={status.data.answers} />
      {desk ? <InboxForm /> : <p className="quiet">{t('history.deskOnly')}</p>}
      <ConcordancesForm mayAdd={desk} />
      <LoadHistory loads={loads.data.loads} mayWithdraw={desk} />
    </div>
  );
}

function Answerable({ answers }: { answers: Status['answers'] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="can-title">
      <h2 id="can-title">{t('data.can')}</h2>
      <dl className="summary">
        {(['processing', 'commodity', 'partner'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`data.${name}`)}</dt>
            <dd className={answers[name] ? undefined : 'unknown'}>
              {t(answers[name] ? 'data.yes' : 'data.no')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
