import { Button } from 'antd';
import { type ChangeEvent, useState } from 'react';
import type { ApplicationForm, Call } from '../../api/recognition.client.ts';
import { recognition } from '../../api/recognition.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';

type Documents = ApplicationForm['documents'];

/** The documents that the call asks for, and the file that answers each. */
export function DocumentsField({
  id,
  asked,
  documents,
  onChange,
}: {
  id: string;
  asked: Call['documents'];
  documents: Documents;
  onChange: (documents: Documents) => void;
}) {
  const { t, of } = useWords();
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const hand = async (document: string, { target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    if (!chosen) return;
    setBusy(document);
    setError(undefined);
    try {
      const file = await recognition.attach(id, chosen);
      onChange([...documents, { document, file: file.id, name: file.name }]);
    } catch (cause) {
      setError(cause);
    }
    target.value = '';
    setBusy(undefined);
  };
  return (
    <>
      <ul className="documents">
        {asked.map(({ id: document, title, required }) => (
          <li key={document} data-document={document}>
            <span>
              {of(title)} {required ? <b className="must">{t('application.required')}</b> : null}
            </span>
            {documents
              .filter((one) => one.document === document)
              .map((one) => (
                <span key={`${one.file} ${one.name}`} className="handed">
                  {one.file ? (
                    <a href={`/api/files/${encodeURIComponent(one.file)}`}>{one.name}</a>
                  ) : (
                    one.name
                  )}
                  <Button
                    type="text"
                    size="small"
                    aria-label={t('application.removeFile', { name: one.name })}
                    onClick={() => onChange(documents.filter((other) => other !== one))}
                  >
                    ×
                  </Button>
                </span>
              ))}
            <label className="upload">
              {busy === document ? t('application.handing') : t('application.attach')}
              <input
                type="file"
                className="unseen"
                aria-label={t('application.attachTo', { title: of(title) })}
                onChange={(event) => void hand(document, event)}
              />
            </label>
          </li>
        ))}
      </ul>
      {error ? <Trouble error={error} /> : null}
    </>
  );
}
