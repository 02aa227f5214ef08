import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { companyAsks } from '../api/company.asks.ts';
import { company } from '../api/company.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { RecordTable } from '../figures/record-table.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { useAttempt } from '../forms/attempt.ts';
import { Field } from '../forms/field.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** A company's plans, and typical ones that everybody may compare. */
export function MovePage() {
  const { t } = useWords();
  useDocumentWords(t('move.title'));
  const session = useQuery(programmeAsks.session());
  const asker = session.data?.asker;
  const isCompany = asker?.role === 'company';
  const plans = useQuery({
    ...programmeAsks.list('company-plans', { sort: 'changed' }),
    enabled: isCompany,
  });
  if (session.error) return <Trouble error={session.error} />;
  if (!session.data) return <Skeleton height="60vh" />;
  return (
    <div className="page">
      <h1>{t('move.title')}</h1>
      <p className="quiet">{t('move.lead')}</p>
      {plans.error ? <Trouble error={plans.error} /> : null}
      {isCompany && asker ? <NewPlan owner={asker.organisation} /> : null}
      {plans.data ? (
        plans.data.records.length === 0 ? (
          <Empty title={t('move.none')} remedy={t('move.noneRemedy')} />
        ) : (
          <RecordTable
            records={plans.data.records}
            page={paths.companyPlan}
            label={t('move.mine')}
            columns={[t('move.plan'), t('application.column.changed')]}
            dateOf={(one) => one.changedAt.slice(0, 10)}
          />
        )
      ) : null}
      <Profiles />
    </div>
  );
}

function NewPlan({ owner }: { owner: string }) {
  const { t, of } = useWords();
  const navigate = useNavigate();
  const { data } = useQuery(companyAsks.choices());
  const { busy, error, attempt } = useAttempt();
  const [title, setTitle] = useState('');
  const [profile, setProfile] = useState<string>();
  const begin = () =>
    attempt(async () => {
      const plan = data?.profiles.find(({ id }) => id === profile)?.plan ?? {};
      const { id } = await company.newPlan({ title: title.trim(), owner, plan });
      await navigate({ to: paths.companyPlan, params: { id } });
    });
  return (
    <section aria-labelledby="new-title">
      <h2 id="new-title">{t('move.new')}</h2>
      <div className="question">
        <Field label={t('move.planTitle')} half>
          <Input
            aria-label={t('move.planTitle')}
            maxLength={120}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </Field>
        <Field label={t('move.profile')}>
          <Select
            aria-label={t('move.profile')}
            allowClear
            placeholder={t('move.fromNothing')}
            value={profile}
            options={(data?.profiles ?? []).map(({ id, names }) => ({ value: id, label: of(names) }))}
            onChange={(next?: string) => setProfile(next)}
          />
        </Field>
        <Field label=" ">
          <Button type="primary" disabled={title.trim() === ''} loading={busy} onClick={() => void begin()}>
            {t('move.begin')}
          </Button>
        </Field>
      </div>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}

/** Typical plans: to see what a comparison tells, without an account. */
function Profiles() {
  const { t, of } = useWords();
  const { data, error } = useQuery(companyAsks.choices());
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={160} />;
  return (
    <section aria-labelledby="profiles-title">
      <h2 id="profiles-title">{t('move.profiles')}</h2>
      <p className="quiet">{t('move.profilesLead')}</p>
      <ul className="dotted">
        {data.profiles.map(({ id, names, note }) => (
          <li key={id}>
            <Link to={paths.moveProfile} params={{ id }}>
              {of(names)}
            </Link>{' '}
            <small className="quiet">{of(note)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
