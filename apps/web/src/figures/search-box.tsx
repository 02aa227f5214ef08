import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { workAsks } from '../api/work.asks.ts';
import { paths } from '../paths.ts';
import { recordPage } from '../record-path.ts';
import { useWords } from '../words/words.ts';
import { Marked } from './marked.tsx';
import { SampleMark } from './record-head.tsx';

const shown = 8;

/** Finds records from anywhere: `/` opens it, arrows choose, Enter goes there, Escape closes. */
export function SearchBox() {
  const { t, of, language } = useWords();
  const navigate = useNavigate();
  const list = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const question = useDeferredValue(typed.trim());
  const { data } = useQuery(workAsks.search(question, shown));
  const found = question === '' ? [] : (data?.found ?? []);

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const writing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      dialog.current?.showModal();
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);

  const close = () => dialog.current?.close();
  const go = (id: string) => {
    close();
    void navigate({ to: recordPage(id), params: { id } });
  };
  const all = () => {
    close();
    void navigate({ to: paths.search, search: { q: typed.trim() } });
  };
  const key = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + found.length) % found.length);
    }
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      const one = found[chosen];
      if (one && question === typed.trim()) go(one.id);
      else all();
    }
  };
  return (
    <>
      <button
        type="button"
        className="search-open"
        aria-label={t('search.open')}
        title={t('search.open')}
        onClick={() => dialog.current?.showModal()}
      >
        <SearchOutlined aria-hidden="true" /> <kbd>/</kbd>
      </button>
      <dialog ref={dialog} className="search-box" aria-label={t('search.title')} onClose={() => setTyped('')}>
        <input
          type="search"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-activedescendant={found[chosen] ? `${list}-${chosen}` : undefined}
          placeholder={t('search.hint')}
          maxLength={100}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setChosen(0);
          }}
          onKeyDown={key}
        />
        <div id={list} role="listbox" aria-label={t('search.found')}>
          {found.map((one, at) => (
            <button
              key={one.id}
              id={`${list}-${at}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={at === chosen}
              onMouseMove={() => setChosen(at)}
              onClick={() => go(one.id)}
            >
              <span>
                <Marked text={of(one.title)} marks={language === 'en' ? one.marks.en : one.marks.zh} />
                {one.sample ? <SampleMark /> : null}
              </span>
              <span className="quiet">
                {of(one.kindName)} · {of(one.stateName)}
              </span>
            </button>
          ))}
        </div>
        {question !== '' && data && found.length === 0 ? (
          <p className="quiet">{t('search.none', { question })}</p>
        ) : null}
        {found.length === shown ? (
          <button type="button" className="search-all" onClick={all}>
            {t('search.all')}
          </button>
        ) : null}
      </dialog>
    </>
  );
}
