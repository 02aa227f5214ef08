import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/asks.ts';
import { quarantineAddress } from '../api/server.client.ts';
import { shortLanguage } from '../words/language.ts';
import { reasonIn } from '../words/reasons.ts';
import { useWords } from '../words/words.ts';
import { Skeleton, Trouble } from './state.tsx';

const shownAtMost = 500;

/** Rows of a load that could not be understood, each with its cell and the reason. */
export function Quarantined({ load }: { load: number }) {
  const { t, language } = useWords();
  const { data, error } = useQuery(asks.quarantine(load));
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={120} />;
  return (
    <section aria-label={t('data.quarantine', { id: load })}>
      <h2>{t('data.quarantine', { id: load })}</h2>
      <p className="downloads">
        <a href={quarantineAddress(load, shortLanguage(language))} download>
          {t('history.download')}
        </a>
      </p>
      <div className="wide">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('history.cell')}</th>
              {(['column', 'value', 'reason'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`data.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.slice(0, shownAtMost).map((row) => (
              <tr key={`${row.line}-${row.column}`}>
                <td>{row.cell}</td>
                <td>{row.column}</td>
                <td>
                  <code>{row.value}</code>
                </td>
                <td>{reasonIn(language, row.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data.rows.length > shownAtMost ? (
        <p className="quiet">{t('history.more', { count: data.rows.length - shownAtMost })}</p>
      ) : null}
    </section>
  );
}
