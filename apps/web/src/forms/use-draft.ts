import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Refusal } from '../api/http.client.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';

type Saving = 'saved' | 'waiting' | 'saving' | 'conflict' | 'failed';

/** What of a record's content the form is, and the content with it. */
interface Kept<C, F> {
  readonly plural: string;
  read(content: Partial<C>): F;
  write(content: Partial<C>, form: F): C;
}

const pause = 700;

/**
 * A form that keeps itself: some time after the last change it is saved on the version that one saw.
 * Where somebody else has changed it meanwhile nothing is overwritten until the reader has decided.
 */
export function useDraft<C, F extends object>(record: RecordSeen<C>, { plural, read, write }: Kept<C, F>) {
  const client = useQueryClient();
  const [form, setForm] = useState<F>(() => read(record.content));
  const [saving, setSaving] = useState<Saving>('saved');
  const [error, setError] = useState<unknown>();
  const held = useRef({ version: record.version, form, busy: false, dirty: false, timer: 0 });
  const key = ['records', plural, record.id];

  const save = async () => {
    const now = held.current;
    if (now.busy || !now.dirty) return;
    now.busy = true;
    now.dirty = false;
    setSaving('saving');
    try {
      const next = await programme.edit(plural, record.id, now.version, write(record.content, now.form));
      now.version = next.version;
      client.setQueryData(key, next);
      setError(undefined);
      setSaving(now.dirty ? 'waiting' : 'saved');
    } catch (cause) {
      now.dirty = true;
      setError(cause);
      setSaving(cause instanceof Refusal && cause.code === 'not-current' ? 'conflict' : 'failed');
      now.busy = false;
      return;
    }
    now.busy = false;
    if (now.dirty) later();
  };
  const later = () => {
    window.clearTimeout(held.current.timer);
    held.current.timer = window.setTimeout(() => void save(), pause);
  };
  const change = (part: Partial<F>) => {
    const now = held.current;
    now.form = { ...now.form, ...part };
    now.dirty = true;
    setForm(now.form);
    if (saving === 'conflict') return;
    setSaving('waiting');
    later();
  };
  /** Takes what the other has kept, and gives up one's own. */
  const takeTheirs = async () => {
    const theirs = await programme.record<C>(plural, record.id);
    Object.assign(held.current, { version: theirs.version, dirty: false });
    held.current.form = read(theirs.content);
    setForm(held.current.form);
    client.setQueryData(key, theirs);
    setError(undefined);
    setSaving('saved');
  };
  /** Puts one's own over it; theirs stays among the versions. */
  const keepMine = async () => {
    const theirs = await programme.record<C>(plural, record.id);
    held.current.version = theirs.version;
    await save();
  };

  const last = useRef(save);
  last.current = save;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (held.current.dirty || held.current.busy) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.clearTimeout(held.current.timer);
      void last.current();
    };
  }, []);
  return { form, change, saving, error, save, takeTheirs, keepMine };
}
