import type { Preview } from '../api/types.ts';
import { number } from '../words/amount.ts';
import { reasonIn } from '../words/reasons.ts';
import { useWords } from '../words/words.ts';

/** What a file would do: its rows by what becomes of them, the first facts, the first faults. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const { t, language } = useWords();
  const { rows, skipped, first, quarantine } = preview;
  const counted = (name: string) => number(rows[name] ?? 0, language);
  const why = Object.entries(skipped).map(([reason, count]) => `${t(`inbox.skip.${reason}`)} ${count}`);
  const columns = [
    ...new Set(first.flatMap((fact) => Object.keys(fact).filter((name) => fact[name] !== null))),
  ];
  return (
    <div className="preview">
      <p>
        {t('inbox.would', {
          loaded: counted('loaded'),
          quarantined: counted('quarantined'),
          unchanged: counted('unchanged'),
        })}
        {why.length > 0
          ? ` · ${t('inbox.skipped', { rows: counted('skipped'), why: why.join(t('list.comma')) })}`
          : null}
      </p>
      {first.length === 0 ? null : (
        <div className="wide">
          <table className="plain">
            <caption>{t('inbox.firstFacts', { count: first.length })}</caption>
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {t(`inbox.fact.${name}`, { defaultValue: name })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map((fact) => (
                <tr key={JSON.stringify(fact)}>
                  {columns.map((name) => (
                    <td key={name} className={typeof fact[name] === 'number' ? 'num' : undefined}>
                      {String(fact[name] ?? '')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {quarantine.length === 0 ? null : (
        <ul className="faults">
          {quarantine.map(({ line, column, value, reason }) => (
            <li key={`${line}-${column}`}>
              {t('data.line')} {line} · {column} · <code>{value}</code> · {reasonIn(language, reason)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
