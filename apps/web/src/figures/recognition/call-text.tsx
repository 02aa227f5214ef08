import { Fragment } from 'react';
import type { BatchContent } from '../../api/recognition.client.ts';
import { useWords } from '../../words/words.ts';
import { Deadline } from '../deadline.tsx';

/** A call as one reads it: what is asked, by which clause, with what documents and until when. */
export function CallText({ content: { call, calledOn } }: { content: BatchContent }) {
  const { t, of } = useWords();
  return (
    <article className="call">
      <p className="call-title">
        <b>{of(call.title)}</b>
        {call.number ? <span className="quiet"> {call.number}</span> : null}
      </p>
      <p>{of(call.text)}</p>
      <dl className="facts">
        {calledOn ? (
          <>
            <dt>{t('batch.calledOn')}</dt>
            <dd>{calledOn}</dd>
          </>
        ) : null}
        {call.deadlines.map((one) => (
          <Fragment key={one.id}>
            <dt>{of(one.title)}</dt>
            <dd>{one.date ? <Deadline date={one.date} /> : t('batch.days', { days: one.days })}</dd>
          </Fragment>
        ))}
        {call.countersign ? (
          <>
            <dt>{t('batch.countersign')}</dt>
            <dd>{of(call.countersign)}</dd>
          </>
        ) : null}
      </dl>
      <div className="wide">
        <table className="plain" aria-label={t('batch.conditions')}>
          <caption>{t('batch.conditions')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('batch.condition')}</th>
              <th scope="col">{t('batch.text')}</th>
              <th scope="col">{t('batch.clause')}</th>
            </tr>
          </thead>
          <tbody>
            {call.conditions.map((one) => (
              <tr key={one.id}>
                <th scope="row">{of(one.title)}</th>
                <td>{of(one.text)}</td>
                <td className="quiet">{of(one.clause)}</td>
              </tr>
            ))}
            {call.encouraged.map((one) => (
              <tr key={one.text.en}>
                <th scope="row">{t('batch.encouraged')}</th>
                <td>{of(one.text)}</td>
                <td className="quiet">{of(one.clause)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('batch.documents')}</h3>
      <ul className="dotted">
        {call.documents.map((one) => (
          <li key={one.id}>
            {of(one.title)}
            {one.required ? '' : t('batch.optional')}
          </li>
        ))}
      </ul>
      {[...call.conditions, ...call.documents, ...call.deadlines].some(
        ({ source }) => source === proposal,
      ) ? (
        <p className="quiet">{t('batch.proposal')}</p>
      ) : null}
    </article>
  );
}

/** The source of what no official text says. */
const proposal = 'tidu-proposal';
