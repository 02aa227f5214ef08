import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { workAsks } from '../api/work.asks.ts';
import { type CommentSaid, work } from '../api/work.client.ts';
import { Trouble } from '../figures/state.tsx';
import { useWords } from '../words/words.ts';

const longest = 4000;

/** A new comment, or another text of one's own. */
export function CommentForm({ record, was, done }: { record: string; was?: CommentSaid; done?: () => void }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const label = useId();
  const [text, setText] = useState(was?.text ?? '');
  const [audience, setAudience] = useState<CommentSaid['audience']>('concerned');
  const [mentions, setMentions] = useState<string[]>([]);
  const [named, setNamed] = useState('');
  const people = useQuery({ ...workAsks.people(record, named), enabled: !was });
  const saying = useMutation({
    mutationFn: () =>
      was ? work.reword(record, was.id, text) : work.say(record, { text, audience, mentions }),
    onSuccess: (said) => {
      client.setQueryData(workAsks.comments(record).queryKey, said);
      if (!was) setText('');
      setMentions([]);
      done?.();
    },
  });
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') saying.mutate();
      }}
    >
      <label htmlFor={label} className="unseen">
        {t('comment.label')}
      </label>
      <Input.TextArea
        id={label}
        rows={3}
        maxLength={longest}
        value={text}
        placeholder={t('comment.hint')}
        onChange={({ target }) => setText(target.value)}
      />
      {was ? null : (
        <div className="comment-to">
          <Radio.Group
            aria-label={t('comment.audience')}
            value={audience}
            onChange={({ target }) => setAudience(target.value as CommentSaid['audience'])}
            options={[
              { value: 'concerned', label: t('comment.concerned') },
              { value: 'organisation', label: t('comment.organisation') },
            ]}
          />
          <Select
            mode="multiple"
            aria-label={t('comment.mention')}
            placeholder={t('comment.mention')}
            value={mentions}
            onChange={setMentions}
            filterOption={false}
            onSearch={setNamed}
            options={(people.data?.people ?? []).map(({ account, name, organisation }) => ({
              value: account,
              label: `${name} ${of(organisation)}`,
            }))}
          />
        </div>
      )}
      <p className="comment-acts">
        <Button
          type="primary"
          htmlType="submit"
          size="small"
          loading={saying.isPending}
          disabled={text.trim() === ''}
        >
          {t(was ? 'comment.save' : 'comment.say')}
        </Button>
        {was ? (
          <Button size="small" onClick={done}>
            {t('comment.cancel')}
          </Button>
        ) : null}
      </p>
      {saying.error ? <Trouble error={saying.error} /> : null}
    </form>
  );
}
