import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Answer, type Answered, type FrameworkInWords, plurals } from '../api/assessment.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';
import { AnswerLine } from './answer-line.tsx';

/** One line for each value that is asked, with what the system found; saved as often as one likes, then submitted. */
export function AnswerForm({ record, framework, rules }: FrameworkInWords & { record: RecordSeen<Answer> }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const { content } = record;
  const [values, setValues] = useState<Record<string, Answered>>(content.values ?? {});
  const [comment, setComment] = useState(content.comment ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const may = record.possible.some(({ act, allowed }) => act === 'fill' && allowed);
  const asked = new Map((content.asked ?? []).map((one) => [one.indicator, one.prefilled]));

  const keep = async (submit: boolean) => {
    setBusy(true);
    setError(undefined);
    try {
      const kept = await programme.act<Answer>(plurals.answer, record.id, 'fill', record.version, {
        values,
        comment,
      });
      if (submit) await programme.act(plurals.answer, record.id, 'submit', kept.version);
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
    // What was saved before a refusal is saved: the page goes on from there.
    await client.invalidateQueries({ queryKey: ['records'] });
  };
  const change = (indicator: string, value: Answered | undefined) =>
    setValues(({ [indicator]: _, ...others }) => (value ? { ...others, [indicator]: value } : others));
  return (
    <section aria-label={t('assess.asked')} className="answering">
      {framework.groups.map((group) => {
        const own = group.indicators.filter(({ id }) => asked.has(id));
        if (own.length === 0) return null;
        return (
          <fieldset key={group.id} disabled={!may || busy}>
            <legend>{of(group.names)}</legend>
            {own.map((one) => (
              <AnswerLine
                key={one.id}
                indicator={one}
                rule={rules[one.id]}
                round={content.round ?? ''}
                found={asked.get(one.id)}
                value={values[one.id]}
                disabled={!may || busy}
                onChange={(value) => change(one.id, value)}
              />
            ))}
          </fieldset>
        );
      })}
      <div className="answer-comment">
        {t('assess.comment')}
        <Input.TextArea
          aria-label={t('assess.comment')}
          rows={2}
          value={comment}
          disabled={!may || busy}
          onChange={({ target }) => setComment(target.value)}
        />
      </div>
      {may ? (
        <p className="acts-row">
          <Button type="primary" loading={busy} onClick={() => void keep(true)}>
            {t('assess.submit')}
          </Button>
          <Button loading={busy} onClick={() => void keep(false)}>
            {t('assess.saveDraft')}
          </Button>
        </p>
      ) : null}
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}
