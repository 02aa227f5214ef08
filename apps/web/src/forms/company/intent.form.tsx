import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { asks } from '../../api/asks.ts';
import { companyAsks } from '../../api/company.asks.ts';
import { type CompanyPlanContent, company, type Told } from '../../api/company.client.ts';
import { programmeAsks } from '../../api/programme.asks.ts';
import type { RecordSeen } from '../../api/programme.client.ts';
import { IntentTold } from '../../figures/company/intent-told.tsx';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';
import { Field } from '../field.tsx';

const investments = ['under-10m', '10m-50m', '50m-200m', '200m-1bn', 'over-1bn'];
const jobs = ['under-50', '50-200', '200-1000', 'over-1000'];

/** In so many days a park is hoped to have answered, where the company says nothing else. */
const usualDays = 20;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What a company tells chosen parks: entered once, seen beforehand exactly as they will see it, sent to each. */
export function IntentForm({ plan }: { plan: RecordSeen<CompanyPlanContent> }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const choices = useQuery(companyAsks.choices());
  const chapters = useQuery(asks.codes('commodities', 'chapter'));
  const session = useQuery(programmeAsks.session());
  const { busy, error, attempt } = useAttempt();
  const [parks, setParks] = useState<string[]>([]);
  const [answerBy, setAnswerBy] = useState(() => inDays(usualDays));
  const [told, setTold] = useState<Told>(() => ({
    industry: '',
    products: chaptersOf(plan.content),
    message: '',
  }));
  const put = (part: Partial<Told>) => setTold({ ...told, ...part });
  const text = (value: string) => value || undefined;
  const own = session.data?.asker?.organisation;
  const ready = parks.length > 0 && told.industry.trim() !== '' && told.message.trim() !== '';

  const send = () =>
    attempt(async () => {
      for (const id of parks) {
        const park = choices.data?.parks.find((one) => one.id === id);
        if (!park || !plan.content.owner) continue;
        await company.send({
          plan: plan.id,
          company: plan.content.owner,
          park: `org-park-${id}`,
          place: park.code,
          told,
          answerBy,
        });
        setParks((left) => left.filter((one) => one !== id));
      }
      await client.invalidateQueries({ queryKey: ['records'] });
    });

  const input = (name: 'industry' | 'contact', most: number) => (
    <Field label={t(`intent.${name}`)}>
      <Input
        aria-label={t(`intent.${name}`)}
        maxLength={most}
        value={told[name] ?? ''}
        onChange={({ target }) => put({ [name]: name === 'industry' ? target.value : text(target.value) })}
      />
    </Field>
  );
  const range = (name: 'investment' | 'jobs', of: readonly string[]) => (
    <Field label={t(`intent.${name}`)}>
      <Select
        aria-label={t(`intent.${name}`)}
        allowClear
        placeholder={t('intent.notTold')}
        value={told[name]}
        options={of.map((value) => ({ value, label: t(`intent.range.${value}`) }))}
        onChange={(next?: string) => put({ [name]: next })}
      />
    </Field>
  );
  return (
    <section aria-labelledby="send-title">
      <h2 id="send-title">{t('intent.send')}</h2>
      <p className="quiet">{t('intent.sendLead')}</p>
      <div className="question">
        <Field label={t('intent.parks')} half>
          <Select
            aria-label={t('intent.parks')}
            mode="multiple"
            value={parks}
            showSearch={{ optionFilterProp: 'label' }}
            options={(choices.data?.parks ?? []).map(({ id, names }) => ({ value: id, label: of(names) }))}
            onChange={setParks}
          />
        </Field>
        <Field label={t('intent.name')}>
          <Input
            aria-label={t('intent.name')}
            maxLength={120}
            placeholder={t('intent.unnamed')}
            value={told.name ?? ''}
            onChange={({ target }) => put({ name: text(target.value) })}
          />
        </Field>
        {input('industry', 120)}
        <Field label={t('intent.products')} half>
          <Select
            aria-label={t('intent.products')}
            mode="multiple"
            value={told.products.map(({ chapter }) => chapter)}
            maxTagTextLength={10}
            showSearch={{ optionFilterProp: 'label' }}
            options={(chapters.data?.records ?? []).map(({ code, name }) => ({
              value: code,
              label: `${code} ${typeof name === 'string' ? name : of({ zh: name.zh ?? name.en, en: name.en })}`,
            }))}
            onChange={(codes: string[]) => put({ products: codes.map((chapter) => ({ chapter })) })}
          />
        </Field>
        {range('investment', investments)}
        {range('jobs', jobs)}
        <Field label={t('intent.when')}>
          <Input
            type="month"
            aria-label={t('intent.when')}
            value={told.when ?? ''}
            onChange={({ target }) => put({ when: text(target.value) })}
          />
        </Field>
        {input('contact', 300)}
        <Field label={t('intent.answerBy')}>
          <Input
            type="date"
            aria-label={t('intent.answerBy')}
            value={answerBy}
            onChange={({ target }) => setAnswerBy(target.value)}
          />
        </Field>
        <div className="whole">
          <span className="label" aria-hidden="true">
            {t('intent.message')}
          </span>
          <Input.TextArea
            aria-label={t('intent.message')}
            rows={3}
            maxLength={4000}
            value={told.message}
            onChange={({ target }) => put({ message: target.value })}
          />
        </div>
      </div>
      <h3>{t('intent.preview')}</h3>
      <IntentTold told={told} answerBy={answerBy} />
      <p className="actions">
        <Button
          type="primary"
          disabled={!ready || own !== plan.content.owner}
          loading={busy}
          onClick={() => void send()}
        >
          {t('intent.sendTo', { count: parks.length })}
        </Button>
      </p>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}

const chaptersOf = ({ plan }: Partial<CompanyPlanContent>): Told['products'] =>
  [...new Set((plan?.products ?? []).flatMap(({ hs }) => (hs ? [hs.slice(0, 2)] : [])))].map((chapter) => ({
    chapter,
  }));
