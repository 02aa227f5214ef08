import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { measureAsks } from '../../api/measure.asks.ts';
import type { MeasureContent, Tried } from '../../api/measure.client.ts';
import { Examples, Findings } from '../../figures/measures/measure-computed.tsx';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { goTo, MeasureText } from './measure-text.tsx';
import { WhatIf } from './what-if.form.tsx';

interface Props {
  content: MeasureContent;
  editable: boolean;
  /** Nothing of it has been saved yet. */
  fresh?: boolean;
  /** Hears whether there is something that is not saved. */
  onDirty?: (dirty: boolean) => void;
  save: (content: MeasureContent) => Promise<void>;
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A measure written on the left and checked on the right while one types. */
export function MeasureEditor({ content, editable, fresh = false, onDirty, save }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState(content);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const id = slug.test(draft.measure) ? draft.measure : '';
  const settled = useSettled(draft.text, 350);
  const { data: tried, error: untried, isFetching } = useQuery(measureAsks.tried(id, settled));
  const dirty =
    fresh || draft.text !== content.text || draft.measure !== content.measure || draft.note !== content.note;
  useEffect(() => onDirty?.(dirty), [dirty, onDirty]);
  const store = async () => {
    setBusy(true);
    setError(undefined);
    try {
      // Called what its text says; while the text has a fault, what it was called before.
      const named = tried?.measure?.title ?? draft.title;
      const title = named.zh === '' ? { zh: draft.measure, en: draft.measure } : named;
      await save({ ...draft, title });
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  return (
    <div className="measure-columns editing">
      <div>
        <div className="labelled">
          <span>{t('measureEdit.id')}</span>
          <Input
            aria-label={t('measureEdit.id')}
            value={draft.measure}
            maxLength={80}
            readOnly={!editable}
            status={id === '' && draft.measure !== '' ? 'error' : ''}
            onChange={({ target }) => setDraft({ ...draft, measure: target.value })}
          />
          <small className="quiet">
            {t(id === '' && draft.measure !== '' ? 'measureEdit.idWrong' : 'measureEdit.idHint')}
          </small>
        </div>
        <MeasureText
          label={t('measureEdit.text')}
          text={draft.text}
          faults={tried?.faults ?? []}
          readOnly={!editable}
          onChange={(text) => setDraft({ ...draft, text })}
        />
        <div className="labelled">
          <span>{t('measureEdit.note')}</span>
          <Input.TextArea
            aria-label={t('measureEdit.note')}
            value={draft.note}
            rows={2}
            maxLength={4000}
            readOnly={!editable}
            onChange={({ target }) => setDraft({ ...draft, note: target.value })}
          />
        </div>
        {editable ? (
          <p className="acts-row">
            <Button type="primary" loading={busy} disabled={id === '' || !dirty} onClick={() => void store()}>
              {t('measureEdit.save')}
            </Button>
          </p>
        ) : (
          <p className="quiet">{t('measureEdit.readOnly')}</p>
        )}
        {error ? <Trouble error={error} /> : null}
      </div>
      <div className="measure-checked" aria-live="polite" aria-busy={isFetching || settled !== draft.text}>
        {untried ? <Trouble error={untried} /> : null}
        {tried ? <Checked tried={tried} /> : <p className="quiet">{t('measureEdit.checking')}</p>}
        {tried?.measure && id !== '' ? <WhatIf id={id} text={settled} /> : null}
      </div>
    </div>
  );
}

/** The text once nobody has typed for a moment. */
function useSettled(text: string, milliseconds: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return settled;
}

function Checked({ tried: { faults, measure } }: { tried: Tried }) {
  const { t, of } = useWords();
  if (!measure) {
    return (
      <section aria-labelledby="faults-title">
        <h2 id="faults-title">{t('measureEdit.faults', { count: faults.length })}</h2>
        <ul className="measure-faults">
          {faults.map((one) => (
            <li key={`${one.line}:${one.column}:${one.path}:${one.message.en}`}>
              <button type="button" className="linkish" onClick={() => goTo(one)}>
                {t('measure.line', { line: one.line })}
              </button>{' '}
              {one.path ? <code>{one.path}</code> : null} {of(one.message)}
              {one.expression ? <code className="fault-expression">{one.expression}</code> : null}
              <small className="quiet">
                {t('state.remedy')} {of(one.remedy)}
              </small>
            </li>
          ))}
        </ul>
      </section>
    );
  }
  const wrong = measure.examples.filter(({ right }) => !right).length;
  return (
    <>
      <p className="checked-line" data-sound={wrong === 0 && measure.examples.length > 0}>
        <b>{of(measure.title)}</b> · {t('measureEdit.sound')} ·{' '}
        {measure.examples.length === 0
          ? t('measureEdit.noExamples')
          : wrong === 0
            ? t('measureEdit.allRight', { count: measure.examples.length })
            : t('measureEdit.someWrong', { count: wrong })}
      </p>
      <Examples examples={measure.examples} coverage={measure.coverage} />
      <Findings findings={measure.findings} />
    </>
  );
}
