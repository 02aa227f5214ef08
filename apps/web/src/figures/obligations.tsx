import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Course } from '../api/pairing.client.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words.ts';
import { ObligationActs } from './obligation-acts.tsx';
import { SampleMark, StateTag } from './record-head.tsx';

/** What is owed, by whom, until when, and what shows that it was done. */
export function Obligations({ course: { obligations } }: { course: Course }) {
  const { t, of } = useWords();
  const [open, setOpen] = useState<string>();
  return (
    <section aria-labelledby="obligations-title">
      <h2 id="obligations-title">{t('pairing.obligations')}</h2>
      {obligations.length === 0 ? (
        <p className="quiet">{t('pairing.obligationsNone')}</p>
      ) : (
        <div className="wide">
          <table className="plain as-lines">
            <thead>
              <tr>
                {(['what', 'whose', 'dueOn', 'state', 'evidence'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`pairing.${column}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="unseen">{t('record.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {obligations.map((one) => (
                <ObligationRows
                  key={one.id}
                  obligation={one}
                  open={open === one.id}
                  onOpen={() => setOpen(open === one.id ? undefined : one.id)}
                  what={of(one.what)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  obligation: Course['obligations'][number];
  what: string;
  open: boolean;
  onOpen: () => void;
}

function ObligationRows({ obligation, what, open, onOpen }: RowProps) {
  const { t } = useWords();
  const { id, whose, due, overdue, evidence, fulfilledOn, sample } = obligation;
  return (
    <>
      <tr data-obligation={id}>
        <th scope="row">
          <Link to={paths.obligation} params={{ id }}>
            {what}
          </Link>
          {sample ? <SampleMark /> : null}
        </th>
        <td className="dated" data-label={t('pairing.whose')}>
          {t(`pairing.${whose}`)}
        </td>
        <td className="dated" data-label={t('pairing.dueOn')}>
          {due}
          {overdue ? <b className="bad"> {t('pairing.late')}</b> : null}
        </td>
        <td>
          <StateTag record={obligation} />
        </td>
        <td data-label={evidence ? t('pairing.evidence') : undefined}>
          {evidence ? `${fulfilledOn} ${evidence}` : ''}
        </td>
        <td className="dated">
          <button type="button" className="linkish" aria-expanded={open} onClick={onOpen}>
            {t(open ? 'pairing.close' : 'pairing.open')}
          </button>
        </td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={6}>
            <ObligationActs id={id} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
