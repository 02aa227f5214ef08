import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { asks } from '../api/asks.ts';
import { server } from '../api/server.client.ts';
import type { AddedConcordance } from '../api/types.ts';
import { Trouble } from '../figures/state.tsx';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

/** The tables by which goods can be told in another edition of the HS, and where one more is added. */
export function ConcordancesForm({ mayAdd }: { mayAdd: boolean }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [added, setAdded] = useState<AddedConcordance>();
  const [error, setError] = useState<unknown>();
  const { data } = useQuery(asks.concordances());
  const tables = data?.concordances ?? [];
  const add = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setError(undefined);
    setAdded(undefined);
    await server.addConcordance(file).then(setAdded, setError);
    if (chooser.current) chooser.current.value = '';
    await client.invalidateQueries();
  };
  const name = (edition: string) => t(`laid.editions.${edition}`, { defaultValue: edition });
  return (
    <section aria-labelledby="concordances-title">
      <h2 id="concordances-title">{t('concordances.title')}</h2>
      <p className="quiet">{t(tables.length > 0 ? 'concordances.lead' : 'concordances.none')}</p>
      {tables.length > 0 ? (
        <ul className="concordances">
          {tables.map(({ from, to, links, file, at }) => (
            <li key={`${from} ${to}`}>
              <b>
                {name(from)} – {name(to)}
              </b>{' '}
              <span className="quiet">
                {t('concordances.links', { count: number(links, language) })} · {file} · {at.slice(0, 10)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {added ? (
        <p role="status">
          {t('concordances.added', {
            from: name(added.from),
            to: name(added.to),
            count: number(added.links, language),
          })}
          {added.otherwise.length > 0
            ? ` ${t('concordances.otherwise', { count: added.otherwise.length, first: added.otherwise.slice(0, 5).join(t('list.comma')) })}`
            : ''}
        </p>
      ) : null}
      {error ? <Trouble error={error} /> : null}
      {mayAdd ? (
        <p className="actions">
          <Button onClick={() => chooser.current?.click()}>{t('concordances.add')}</Button>
          <input
            ref={chooser}
            type="file"
            hidden
            aria-label={t('concordances.add')}
            accept=".csv,.xls,.xlsx"
            onChange={(event) => void add(event.target.files?.[0])}
          />
        </p>
      ) : null}
    </section>
  );
}
