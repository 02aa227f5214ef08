import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/asks.ts';
import type { Source } from '../api/types.ts';
import { useWords } from '../words/words.ts';

/** Every source that a page cites, once, numbered in the order of reading. */
export function citing(sources: readonly (string | undefined)[]) {
  const ids = [...new Set(sources.filter((source) => source !== undefined))];
  return {
    ids,
    of: (source: string | undefined) => (source === undefined ? undefined : ids.indexOf(source) + 1),
  };
}

export function Cite({ number }: { number: number | undefined }) {
  const { t } = useWords();
  if (!number) return null;
  return (
    <a className="cite" href={`#source-${number}`} aria-label={t('park.source', { number })}>
      {number}
    </a>
  );
}

/** The sources themselves: of the pack, or in the words of whoever stated a fact. */
export function Sources({ ids }: { ids: readonly string[] }) {
  const { t } = useWords();
  const { data } = useQuery(asks.sources());
  if (ids.length === 0) return null;
  return (
    <>
      <h3>{t('park.sources')}</h3>
      <ol className="sources">
        {ids.map((id, i) => (
          <SourceLine key={id} id={id} number={i + 1} source={data?.sources.find((one) => one.id === id)} />
        ))}
      </ol>
    </>
  );
}

function SourceLine({ id, number, source }: { id: string; number: number; source: Source | undefined }) {
  const { t } = useWords();
  if (!source) return <li id={`source-${number}`}>{id}</li>;
  const said = [source.issuer, source.number ?? t('park.noNumber'), source.date ?? t('park.noDate')];
  return (
    <li id={`source-${number}`}>
      {source.title} · {said.filter(Boolean).join(' · ')}
      {source.url ? (
        <>
          {' · '}
          <a href={source.url} rel="noreferrer">
            {t('park.link')}
          </a>
        </>
      ) : null}
      {source.note ? ` · ${source.note}` : ''}
    </li>
  );
}
