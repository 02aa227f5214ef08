import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { accountAsks } from '../api/account.asks.ts';
import { administration, type FactorRule } from '../api/account.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';

const rules: readonly FactorRule[] = ['administrators', 'staff', 'everybody'];

/** Of whom a second factor is asked. */
export function FactorRuleForm() {
  const { t } = useWords();
  const asked = useQuery(accountAsks.factorRule());
  const { busy, error, attempt } = useAttempt();
  const set = (rule: FactorRule) =>
    attempt(async () => {
      await administration.setFactorRule(rule);
      await asked.refetch();
    });
  return (
    <section className="factor-rule" aria-label={t('accounts.factorRule')}>
      <span aria-hidden="true">{t('accounts.factorRule')}</span>
      <Select
        aria-label={t('accounts.factorRule')}
        value={asked.data?.rule ?? null}
        loading={busy || asked.isLoading}
        disabled={busy || !asked.data}
        onChange={(rule) => void set(rule)}
        options={rules.map((value) => ({ value, label: t(`accounts.factorRules.${value}`) }))}
      />
      <span className="quiet">{t('accounts.factorRuleLead')}</span>
      {(error ?? asked.error) ? <Trouble error={error ?? asked.error} /> : null}
    </section>
  );
}
