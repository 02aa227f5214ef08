import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, useState } from 'react';
import { programme, type RecordSeen } from '../../api/programme.client.ts';
import type { ScoreContent } from '../../api/review.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { useAttempt } from '../attempt.ts';

/** One expert's marks, criterion by criterion, with the total that they make. */
export function MarksForm({ record }: { record: RecordSeen<ScoreContent> }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const { criteria = [], marks: given = {}, comment: said = '' } = record.content;
  const [marks, setMarks] = useState<Record<string, number | undefined>>(given);
  const [comment, setComment] = useState(said);
  const { busy, error, attempt } = useAttempt();
  const open = record.possible.some(({ act, allowed }) => act === 'mark' && allowed);
  const complete = criteria.every(({ id }) => marks[id] !== undefined);
  const total = criteria.reduce(
    (sum, { id, weight, scale }) =>
      sum + (weight * ((marks[id] ?? scale.min) - scale.min)) / (scale.max - scale.min),
    0,
  );
  const send = (submit: boolean) =>
    attempt(async () => {
      const known = Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark !== undefined));
      let next = await programme.act<ScoreContent>('scores', record.id, 'mark', record.version, {
        marks: known,
        comment,
      });
      if (submit) next = await programme.act<ScoreContent>('scores', record.id, 'submit', next.version);
      client.setQueryData(['records', 'scores', record.id], next);
      await client.invalidateQueries({ queryKey: ['records'] });
    });
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send(true);
      }}
    >
      <table className="plain" aria-label={t('score.marks')}>
        <thead>
          <tr>
            <th scope="col">{t('score.criterion')}</th>
            <th scope="col" className="num">
              {t('score.weight')}
            </th>
            <th scope="col" className={open ? undefined : 'num'}>
              {t('score.mark')}
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, name, about, weight, scale }) => (
            <tr key={id}>
              <th scope="row">
                <b>{of(name)}</b>
                <br />
                <span className="quiet">{of(about)}</span>{' '}
                <span className="quiet scale">{t('score.scale', { min: scale.min, max: scale.max })}</span>
              </th>
              <td className="num">{weight}</td>
              <td className={open ? undefined : 'num'}>
                {open ? (
                  <InputNumber
                    aria-label={of(name)}
                    min={scale.min}
                    max={scale.max}
                    step={0.5}
                    value={marks[id] ?? null}
                    onChange={(value) => setMarks({ ...marks, [id]: value ?? undefined })}
                  />
                ) : (
                  marks[id]
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('score.total')}</th>
            <td />
            <td className={open ? undefined : 'num'}>
              <output>{complete ? total.toFixed(1) : '—'}</output>
            </td>
          </tr>
        </tfoot>
      </table>
      <p>
        {open ? (
          <label htmlFor="comment">{t('score.comment')}</label>
        ) : (
          <>
            <b>{t('score.comment')}</b>
            <br />
          </>
        )}
        {open ? (
          <Input.TextArea
            id="comment"
            rows={4}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
          />
        ) : (
          <span className="said">{comment || '—'}</span>
        )}
      </p>
      {open ? (
        <p>
          <Button disabled={busy} onClick={() => void send(false)}>
            {t('score.keep')}
          </Button>{' '}
          <Button type="primary" htmlType="submit" loading={busy} disabled={!complete}>
            {t('score.submit')}
          </Button>
        </p>
      ) : null}
      {error ? <Trouble error={error} /> : null}
    </form>
  );
}
