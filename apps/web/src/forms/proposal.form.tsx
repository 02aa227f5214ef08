import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { pairingAsks } from '../api/pairing.asks.ts';
import type { PairingContent } from '../api/pairing.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme } from '../api/programme.client.ts';
import { Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';

interface Told {
  other: string;
  zh: string;
  en: string;
  purpose: string;
  industries?: string;
}

/** One side proposes a pairing to another: to that of the place, where one is named. */
export function ProposalForm({ place }: { place: number | undefined }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: session } = useQuery(programmeAsks.session());
  const { data } = useQuery(pairingAsks.sides());
  const { busy, error, attempt } = useAttempt();
  const own = data?.sides.find(({ id }) => id === session?.asker?.organisation);
  if (!data || !own) return null;
  const others = data.sides.filter(({ kind }) =>
    own.kind === 'park' ? kind === 'partner' : kind === 'park',
  );

  const named = others.find((one) => one.place === String(place));

  const propose = async ({ other, zh, en, purpose, industries }: Told) => {
    const chosen = others.find(({ id }) => id === other);
    if (!chosen) return;
    await attempt(async () => {
      const [park, partner] = own.kind === 'park' ? [own, chosen] : [chosen, own];
      const made = await programme.create<PairingContent>('pairings', {
        name: { zh, en },
        ...{ park: park.id, partner: partner.id, parkPlace: park.place, partnerPlace: partner.place },
        proposedBy: own.kind === 'park' ? 'park' : 'partner',
        purpose,
        industries: (industries ?? '').split(/[、,，]/).flatMap((one) => one.trim() || []),
      });
      await client.invalidateQueries({ queryKey: ['records'] });
      await navigate({ to: paths.pairing, params: { id: made.id } });
    });
  };
  const required = [{ required: true, whitespace: true, message: t('record.required') }];
  return (
    <section aria-labelledby="propose-title">
      <h2 id="propose-title">{t('pairing.propose')}</h2>
      <p className="quiet">{t('pairing.proposeLead')}</p>
      {place !== undefined && !named ? <p className="caution">{t('pairing.notThere')}</p> : null}
      <Form<Told>
        layout="vertical"
        className="drafting"
        disabled={busy}
        initialValues={{ other: named?.id }}
        onFinish={(told) => void propose(told)}
      >
        <Form.Item name="other" label={t('pairing.other')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={others.map(({ id, name }) => ({ value: id, label: of(name) }))}
          />
        </Form.Item>
        <Form.Item name="zh" label={t('pairing.chinese')} rules={required}>
          <Input placeholder={t('pairing.chineseHint')} />
        </Form.Item>
        <Form.Item name="en" label={t('pairing.english')} rules={required}>
          <Input placeholder={t('pairing.englishHint')} />
        </Form.Item>
        <Form.Item name="industries" label={t('pairing.industries')}>
          <Input placeholder={t('pairing.industriesHint')} />
        </Form.Item>
        <Form.Item name="purpose" label={t('pairing.purpose')} rules={required} className="drafting-go">
          <Input.TextArea rows={3} />
        </Form.Item>
        <div className="drafting-go">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('pairing.propose')}
          </Button>
        </div>
      </Form>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
