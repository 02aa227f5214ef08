import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import type { LoadRecord, Status } from '../api/types.ts';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { number } from '../words/amount.ts';
import { periodName } from '../words/month.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** What has been loaded, and what of it was set aside. */
export function LoadsPage() {
  const { t, of, language } = useWords();
  useDocumentWords(t('data.title'));
  const status = useQuery(asks.status());
  const loads = useQuery(asks.loads());
  const [opened, setOpened] = useState<number>();
  const error = status.error ?? loads.error;
  if (error) return <Trouble error={error} retry={() => void loads.refetch()} />;
  if (!status.data || !loads.data) return <Skeleton height="60vh" />;
  const { months, facts, version, pack } = status.data;
  if (loads.data.loads.length === 0) return <Empty title={t('data.empty')} remedy={t('data.emptyRemedy')} />;
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
      <div className="wide">
        <table className="plain loaded" aria-label={t('data.lead')}>
          <thead>
            <tr>
              <th scope="col" className="num">
                {t('data.vintage')}
              </th>
              {(['file', 'period', 'at'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`data.${column}`)}
                </th>
              ))}
              {(['loaded', 'superseded', 'quarantined'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`data.${column}`)}
                </th>
              ))}
              <th scope="col">{t('data.checksum')}</th>
            </tr>
          </thead>
          <tbody>
            {[...loads.data.loads].reverse().map((load) => (
              <LoadRow key={load.id} load={load} open={() => setOpened(load.id)} />
            ))}
          </tbody>
        </table>
      </div>
      {opened === undefined ? null : <Quarantined load={opened} />}
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

function LoadRow({ load, open }: { load: LoadRecord; open: () => void }) {
  const { t, language } = useWords();
  const { from, to } = load.period;
  return (
    <tr>
      <td className="num">{load.id}</td>
      <th scope="row">
        {load.file}
        {load.synthetic ? <span className="bad"> {t('data.synthetic')}</span> : null}
      </th>
      <td>{periodName(from === to ? from : `${from}..${to}`, language)}</td>
      <td>{load.at.slice(0, 16).replace('T', ' ')}</td>
      <td className="num">{number(load.rows.loaded, language)}</td>
      <td className="num">{number(load.rows.superseded, language)}</td>
      <td className="num">
        {load.rows.quarantined > 0 ? (
          <button
            type="button"
            className="linkish"
            aria-label={t('data.seeQuarantine', { id: load.id })}
            onClick={open}
          >
            {number(load.rows.quarantined, language)}
          </button>
        ) : (
          '0'
        )}
      </td>
      <td>
        <code>{load.sha256}</code>
      </td>
    </tr>
  );
}

function Quarantined({ load }: { load: number }) {
  const { t } = useWords();
  const { data, error } = useQuery(asks.quarantine(load));
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={120} />;
  return (
    <section aria-label={t('data.quarantine', { id: load })}>
      <h2>{t('data.quarantine', { id: load })}</h2>
      <div className="wide">
        <table className="plain">
          <thead>
            <tr>
              {(['line', 'column', 'value', 'reason'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`data.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={`${row.line}-${row.column}`}>
                <td>{row.line}</td>
                <td>{row.column}</td>
                <td>
                  <code>{row.value}</code>
                </td>
                <td>{row.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
