import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { projectAsks } from '../../api/project.asks.ts';
import { type Imported, projects } from '../../api/project.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { shortLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';

/** Projects out of a table: all of them, or none and what has to be mended. */
export function ImportForm() {
  const { t, of, language } = useWords();
  const client = useQueryClient();
  const choices = useQuery(projectAsks.choices());
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Imported>();
  const [error, setError] = useState<unknown>();
  const own = choices.data?.own;
  if (!own) return choices.error ? <Trouble error={choices.error} /> : null;
  const bringIn = async (chosen: File) => {
    setBusy(true);
    setError(undefined);
    setTold(undefined);
    try {
      setTold(await projects.bringIn(own.id, chosen));
      await client.invalidateQueries({ queryKey: ['records'] });
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  return (
    <section className="bring-in" aria-labelledby="bring-in-title">
      <h2 id="bring-in-title">{t('bringIn.title')}</h2>
      <p className="quiet">
        {t('bringIn.lead')}{' '}
        <a href={projects.templateAddress({ language: shortLanguage(language) })}>{t('bringIn.template')}</a>
      </p>
      <div className="choices">
        <label>
          {t('bringIn.choose')}{' '}
          <input
            type="file"
            accept=".xlsx,.csv"
            disabled={busy}
            onChange={({ target }) => {
              setFile(target.files?.[0]);
              setTold(undefined);
            }}
          />
        </label>
        <Button type="primary" disabled={!file} loading={busy} onClick={() => file && void bringIn(file)}>
          {t('bringIn.go')}
        </Button>
      </div>
      {error ? <Trouble error={error} /> : null}
      {told && told.faults.length === 0 ? (
        <p role="status">{t('bringIn.made', { count: told.made })}</p>
      ) : null}
      {told && told.faults.length > 0 ? (
        <div role="alert">
          <h3>{t('bringIn.faults', { count: told.faults.length + told.more })}</h3>
          <div className="wide">
            <table className="plain">
              <thead>
                <tr>
                  {(['row', 'column', 'value', 'why', 'remedy'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`bringIn.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {told.faults.map((fault) => (
                  <tr key={`${fault.row} ${fault.column} ${fault.reason.en}`}>
                    <th scope="row">{fault.row}</th>
                    <td>{fault.column}</td>
                    <td>{fault.value}</td>
                    <td>{of(fault.reason)}</td>
                    <td>{of(fault.remedy)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {told.more > 0 ? <p className="quiet">{t('bringIn.more', { count: told.more })}</p> : null}
        </div>
      ) : null}
    </section>
  );
}
