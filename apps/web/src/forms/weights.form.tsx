import { useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { type Framework, plurals, type Round } from '../api/assessment.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { Trouble } from '../figures/state.tsx';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { useAttempt } from './attempt.ts';

/** The weights of a round that has not opened: what is saved is the next version of its framework. */
export function WeightsForm({ record, framework }: { record: RecordSeen<Round>; framework: Framework }) {
  const { t, of, language } = useWords();
  const client = useQueryClient();
  const indicators = framework.groups.flatMap((group) => group.indicators);
  const [weights, setWeights] = useState(() =>
    Object.fromEntries(indicators.map(({ id, weight }) => [id, weight])),
  );
  const { busy, error, attempt } = useAttempt();
  const sum = Object.values(weights).reduce((all, weight) => all + weight, 0);
  const off = Math.round((sum - 100) * 1e6) / 1e6;
  const said = number(sum, language, Number.isInteger(sum) ? 0 : 1);
  const save = () =>
    attempt(async () => {
      await programme.act(plurals.round, record.id, 'reweight', record.version, { weights });
      await client.invalidateQueries({ queryKey: ['records'] });
    });
  return (
    <section aria-label={t('assess.weights')}>
      <h2>{t('assess.weights')}</h2>
      <p className="quiet">{t('assess.weightsLead')}</p>
      <div className="weights">
        {framework.groups.map((group) => (
          <fieldset key={group.id}>
            <legend>
              {of(group.names)}{' '}
              {number(
                group.indicators.reduce((all, { id }) => all + (weights[id] ?? 0), 0),
                language,
              )}
              %
            </legend>
            {group.indicators.map(({ id, names }) => (
              <div key={id}>
                <InputNumber
                  size="small"
                  min={0}
                  max={100}
                  value={weights[id] ?? 0}
                  aria-label={t('assess.weightOf', { name: of(names) })}
                  onChange={(value) => setWeights((was) => ({ ...was, [id]: value ?? 0 }))}
                />{' '}
                {of(names)}
              </div>
            ))}
          </fieldset>
        ))}
      </div>
      <p role="status" className={off === 0 ? undefined : 'bad'}>
        {off === 0
          ? t('assess.sum', { sum: said })
          : t('assess.sumWrong', {
              sum: said,
              hint: t(off > 0 ? 'assess.sumOver' : 'assess.sumUnder', { by: Math.abs(off) }),
            })}
      </p>
      <Button type="primary" disabled={off !== 0} loading={busy} onClick={() => void save()}>
        {t('assess.save')}
      </Button>
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
