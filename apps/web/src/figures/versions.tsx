import { useQuery } from '@tanstack/react-query';
import { programmeAsks } from '../api/programme.asks.ts';
import { useWords } from '../words/words.ts';
import { Trouble } from './state.tsx';

/** Who did what to a record and when, the latest first. */
export function Versions({ plural, id, version }: { plural: string; id: string; version: number }) {
  const { t, of } = useWords();
  // The version is part of the question: after an act the list is another.
  const { data, error } = useQuery(programmeAsks.versions(plural, id, version));
  const nameOf = (by: string) => (by === t('record.system', { lng: 'zh-CN' }) ? t('record.system') : by);
  if (error) return <Trouble error={error} />;
  if (!data || data.versions.length === 0) return null;
  return (
    <section aria-label={t('record.versions')}>
      <h2>{t('record.versions')}</h2>
      <ol className="versions" reversed>
        {data.versions.map((one) => (
          <li key={one.version}>
            <time dateTime={one.at}>{new Date(one.at).toLocaleString('sv').slice(0, 16)}</time>{' '}
            <b>{of(one.actName)}</b> {nameOf(one.by)} → {of(one.stateName)}
            {typeof one.given.reason === 'string' ? <q>{one.given.reason}</q> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
