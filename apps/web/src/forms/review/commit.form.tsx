import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { programme, type RecordSeen } from '../../api/programme.client.ts';
import { freshSeed, type PanelContent, sha256Hex } from '../../api/review.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';

/** A seed is made here and kept by the desk; what is sent is its hash alone. */
export function CommitForm({ record }: { record: RecordSeen<PanelContent> }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const [seed, setSeed] = useState(freshSeed);
  const [commitment, setCommitment] = useState('');
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    void sha256Hex(seed).then((hash) => setCommitment(hash ?? ''));
  }, [seed]);
  const commit = record.possible.find(({ act }) => act === 'commit');
  if (!commit) return null;
  const send = async ({ drawFrom }: { drawFrom: string }) => {
    setError(undefined);
    try {
      const next = await programme.act('panels', record.id, 'commit', record.version, {
        commitment,
        drawFrom,
      });
      client.setQueryData(['records', 'panels', record.id], next);
      await client.invalidateQueries({ queryKey: ['records'] });
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <section aria-labelledby="commit-title">
      <h2 id="commit-title">{of(commit.name)}</h2>
      <p className="quiet">{t('review.commit.lead')}</p>
      {commit.allowed ? null : (
        <ul className="hindrances">
          {commit.reasons.map((reason) => (
            <li key={reason.en}>{of(reason)}</li>
          ))}
        </ul>
      )}
      <Form layout="vertical" className="narrow" onFinish={(given: { drawFrom: string }) => void send(given)}>
        <Form.Item label={t('review.commit.seed')} htmlFor="seed">
          <Input id="seed" value={seed} onChange={({ target }) => setSeed(target.value)} minLength={16} />
        </Form.Item>
        <Form.Item label={t('review.commit.hash')} htmlFor="commitment">
          <Input id="commitment" value={commitment} onChange={({ target }) => setCommitment(target.value)} />
        </Form.Item>
        <Form.Item
          name="drawFrom"
          label={t('review.commit.drawFrom')}
          rules={[{ required: true, message: t('record.required') }]}
        >
          <Input type="date" />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={!commit.allowed || commitment === ''}>
          {of(commit.name)}
        </Button>
        {error ? <Trouble error={error} /> : null}
      </Form>
    </section>
  );
}
