import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { programme, type RecordSeen } from '../../api/programme.client.ts';
import type { ExpertContent } from '../../api/review.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';

/** With whom an expert has to do, and how: nobody judges who they are tied to. */
export function TiesForm({ record }: { record: RecordSeen<ExpertContent> }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [ties, setTies] = useState(() =>
    (record.content.ties ?? []).map(({ to, what }) => ({ name: to.name, what })),
  );
  const [kept, setKept] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!record.possible.some(({ act, allowed }) => act === 'declare' && allowed)) return null;
  const put = (at: number, part: Partial<(typeof ties)[number]>) =>
    setTies(ties.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setKept(false);
    setError(undefined);
    try {
      const given = { ties: ties.map(({ name, what }) => ({ to: { name }, what })) };
      const next = await programme.act('experts', record.id, 'declare', record.version, given);
      client.setQueryData(['records', 'experts', record.id], next);
      setKept(true);
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <form className="ties" onSubmit={(event) => void send(event)}>
      {ties.map((tie, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
        <div className="row" key={i}>
          <Input
            required
            aria-label={`${t('ties.to')} ${i + 1}`}
            placeholder={t('ties.to')}
            value={tie.name}
            onChange={({ target }) => put(i, { name: target.value })}
          />
          <Input
            required
            aria-label={`${t('ties.what')} ${i + 1}`}
            placeholder={t('ties.what')}
            value={tie.what}
            onChange={({ target }) => put(i, { what: target.value })}
          />
          <Button onClick={() => setTies(ties.filter((_, k) => k !== i))}>{t('ties.remove')}</Button>
        </div>
      ))}
      <p>
        <Button onClick={() => setTies([...ties, { name: '', what: '' }])}>{t('ties.add')}</Button>{' '}
        <Button type="primary" htmlType="submit">
          {t('ties.send')}
        </Button>{' '}
        {kept ? <span role="status">{t('record.saved')}</span> : null}
      </p>
      {error ? <Trouble error={error} /> : null}
    </form>
  );
}
