import type { Remark, Course as Said } from '../../api/recognition.client.ts';
import { useWords } from '../../words/words.ts';

/** What the province and the Ministry have said of an application. */
export function Course({ course, state }: { course: Said; state: string }) {
  const { t } = useWords();
  const { returned, report, countersign, incomplete, ended } = course;
  if (!returned && !report && !countersign && !incomplete && !ended) return null;
  return (
    <section className="course" aria-label={t('application.course')}>
      {returned ? (
        <div className={state === 'returned' ? 'said now' : 'said'}>
          <p>
            <b>{t('application.returned')}</b> <Signed {...returned} />
          </p>
          <Remarks remarks={returned.reasons} />
        </div>
      ) : null}
      {report ? (
        <p className="said">
          <b>{t('application.reported')}</b> {report.opinion} <Signed {...report} />
        </p>
      ) : null}
      {countersign ? (
        <p className="said">
          <b>{t('application.countersigned')}</b> {countersign.opinion} <Signed {...countersign} />
        </p>
      ) : null}
      {incomplete ? (
        <div className={state === 'incomplete' ? 'said now' : 'said'}>
          <p>
            <b>{t('application.incomplete', { due: incomplete.due })}</b> <Signed {...incomplete} />
          </p>
          <Remarks remarks={incomplete.reasons} />
        </div>
      ) : null}
      {ended ? (
        <p className="said">
          <b>{t(`application.state.${state}`)}</b> {ended.reason} <Signed {...ended} />
        </p>
      ) : null}
    </section>
  );
}

const Signed = ({ by, on }: { by: string; on: string }) => (
  <span className="quiet">
    {by} {on}
  </span>
);

function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const { t } = useWords();
  return (
    <ul className="dotted">
      {remarks.map(({ field, reason }) => (
        <li key={`${field} ${reason}`}>
          <b>{t(`application.field.${field}`)}</b> {reason}
        </li>
      ))}
    </ul>
  );
}
