import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { programmeAsks } from '../../api/programme.asks.ts';
import { type Asked, newScenario, type ResultSeen, scenarios } from '../../api/scenario.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { paths } from '../../paths.ts';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';
import { Field } from '../field.tsx';

const day = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Keeps a request as a scenario of the reader's own office; nothing for those who make none. */
export function NewScenario({
  label,
  asked,
  result,
  copyOf,
  called = '',
}: {
  label: string;
  asked: Asked;
  result?: ResultSeen | undefined;
  copyOf?: string;
  called?: string;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const session = useQuery(programmeAsks.session());
  const { data: list } = useQuery({
    ...programmeAsks.list(scenarios, { sort: 'changed' }),
    enabled: session.data?.asker !== undefined,
  });
  const { busy, error, attempt } = useAttempt();
  const [name, setName] = useState(called);
  const owner = session.data?.asker?.organisation;
  if (!owner || !list?.mayCreate) return null;
  const begin = () =>
    attempt(async () => {
      const { id } = await newScenario({
        name: name.trim(),
        note: '',
        owner,
        ...asked,
        madeOn: day(),
        ...(copyOf && { copyOf }),
        ...(result && { result }),
      });
      await navigate({ to: paths.guidanceScenario, params: { id } });
    });
  return (
    <div className="question">
      <Field label={t('placement.name')} half>
        <Input
          aria-label={t('placement.name')}
          maxLength={120}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <Field label={'\u00a0'}>
        <Button disabled={name.trim() === ''} loading={busy} onClick={() => void begin()}>
          {label}
        </Button>
      </Field>
      {error ? <Trouble error={error} /> : null}
    </div>
  );
}
