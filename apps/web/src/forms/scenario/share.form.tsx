import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { programme, type RecordSeen } from '../../api/programme.client.ts';
import { scenarioOffices } from '../../api/scenario.asks.ts';
import { type ScenarioContent, scenarios } from '../../api/scenario.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';
import { Field } from '../field.tsx';

/** Shares a scenario with offices that are chosen. */
export function ShareForm({ record: { id, version, content } }: { record: RecordSeen<ScenarioContent> }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const { data } = useQuery(scenarioOffices());
  const { busy, error, attempt } = useAttempt();
  const [chosen, setChosen] = useState<string[]>([]);
  const share = () =>
    attempt(async () => {
      const next = await programme.act<ScenarioContent>(scenarios, id, 'share', version, { with: chosen });
      client.setQueryData(['records', scenarios, id], next);
      await client.invalidateQueries({ queryKey: ['records'] });
    });
  return (
    <div className="question">
      <Field label={t('placement.shareWith')}>
        <Select
          mode="multiple"
          className="share-with"
          aria-label={t('placement.shareWith')}
          placeholder={t('placement.shareHint')}
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen}
          options={(data?.offices ?? [])
            .filter((one) => one.id !== content.owner)
            .map((one) => ({ value: one.id, label: of(one.name), title: of(one.name) }))}
          onChange={setChosen}
        />
      </Field>
      <Field label={'\u00a0'}>
        <Button disabled={chosen.length === 0} loading={busy} onClick={() => void share()}>
          {t('placement.share')}
        </Button>
      </Field>
      {error ? <Trouble error={error} /> : null}
    </div>
  );
}
