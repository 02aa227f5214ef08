import { Button } from 'antd';
import { useState } from 'react';
import { administration, type Verdict } from '../api/account.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

/** Walks the whole chain, alone or against a checkpoint that was kept elsewhere. */
export function VerifyForm() {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict>();
  const [error, setError] = useState<unknown>();
  const verify = async (against?: File) => {
    setBusy(true);
    setVerdict(undefined);
    setError(undefined);
    try {
      setVerdict(await administration.verify(against && JSON.parse(await against.text())));
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  return (
    <section className="verify" aria-label={t('audit.verify')}>
      <Button type="primary" loading={busy} onClick={() => void verify()}>
        {t('audit.verify')}
      </Button>
      <label className="as-link">
        {t('audit.against')}
        <input
          type="file"
          accept="application/json,.json"
          className="unseen"
          onChange={({ target }) => void verify(target.files?.[0])}
        />
      </label>
      <a href="/api/audit/checkpoint" download="tidu-audit-checkpoint.json" title={t('audit.checkpointHint')}>
        {t('audit.checkpoint')}
      </a>
      {verdict ? (
        <p role="status" className={verdict.fault ? 'bad' : undefined}>
          {verdict.fault
            ? t('audit.unsound', { seq: verdict.fault.seq, why: t(`audit.why.${verdict.fault.why}`) })
            : t('audit.sound', { lines: verdict.lines, head: verdict.head.slice(0, 16) })}
        </p>
      ) : null}
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
