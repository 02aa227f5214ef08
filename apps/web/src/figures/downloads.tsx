import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Parameters } from '../api/http.client.ts';
import { downloadAddress, server } from '../api/server.client.ts';
import type { Underway } from '../api/types.ts';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

const formats = ['csv', 'xlsx', 'parquet'] as const;
type Format = (typeof formats)[number];

/** Files of the whole answer. One that takes more than a moment says how far it is. */
export function Downloads({ parameters, off }: { parameters: Parameters; off: boolean }) {
  const { t } = useWords();
  const [next, setNext] = useState(newTicket);
  const [asked, setAsked] = useState<{ format: Format; ticket: string }>();
  const words = { csv: t('explore.csv'), xlsx: t('explore.xlsx'), parquet: t('file.parquet') };
  return (
    <div className="downloads">
      {asked ? <Making key={asked.ticket} {...asked} /> : null}
      {formats.map((format) => (
        <Button
          key={format}
          href={downloadAddress(format, { ...parameters, ticket: next })}
          download={`tidu.${format}`}
          disabled={off}
          onClick={() => {
            setAsked({ format, ticket: next });
            setNext(newTicket());
          }}
        >
          {words[format]}
        </Button>
      ))}
    </div>
  );
}

const patience = 1000;
const pause = 500;

function Making({ format, ticket }: { format: Format; ticket: string }) {
  const { t, language } = useWords();
  const [underway, setUnderway] = useState<Underway>();
  useEffect(() => {
    let timer = 0;
    const look = async (): Promise<void> => {
      const found = await server.underway(ticket).catch(() => undefined);
      if (found) setUnderway(found);
      if (found?.state === 'asked' || found?.state === 'made') timer = window.setTimeout(look, pause);
    };
    timer = window.setTimeout(look, patience);
    return () => window.clearTimeout(timer);
  }, [ticket]);
  if (!underway || underway.state === 'done') return null;
  const { state, rows, of, problem } = underway;
  const name = t(`file.formats.${format}`);
  if (state === 'failed') {
    return (
      <p className="making" role="alert">
        {t('file.failed', { format: name })} {problem?.detail}
      </p>
    );
  }
  return (
    <p className="making" role="status">
      {state === 'asked' || of === null
        ? t('file.asked', { format: name })
        : t('file.made', { format: name, rows: number(rows, language), of: number(of, language) })}
      <progress max={of ?? 1} {...(state === 'made' ? { value: rows } : {})} />
    </p>
  );
}

/** Thirty-two digits; a page that is not served over HTTPS is given no UUID by the browser. */
const newTicket = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
