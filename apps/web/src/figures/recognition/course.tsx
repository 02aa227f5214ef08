import { useQuery } from '@tanstack/react-query';
import { programmeAsks } from '../../api/programme.asks.ts';
import type { RecordSeen } from '../../api/programme.client.ts';
import type { ApplicationContent, Remark } from '../../api/recognition.client.ts';
import { useWords } from '../../words/words.ts';

/** What the province and the Ministry have said of an application, every return of it included. */
export function Course({ record }: { record: RecordSeen<ApplicationContent> }) {
  const { t } = useWords();
  const { state } = record;
  const returns = useReturns(record);
  const { report, countersign, incomplete, ended } = record.content.course ?? {};
  if (returns.length === 0 && !report && !countersign && !incomplete && !ended) return null;
  return (
    <section className="course" aria-label={t('application.course')}>
      {returns.map((returned, i) => (
        <div
          key={returned.version}
          className={state === 'returned' && i === returns.length - 1 ? 'said now' : 'said'}
        >
          <p>
            <b>
              {returns.length > 1
                ? t('application.returnedTime', { time: i + 1 })
                : t('application.returned')}
            </b>{' '}
            <Signed by={returned.by} on={returned.on} />
          </p>
          <Remarks remarks={returned.reasons} />
        </div>
      ))}
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

/** Every return with its reasons, the first one first: the record holds the last, its versions those before. */
function useReturns({ id, version, content: { course } }: RecordSeen<ApplicationContent>) {
  const { data } = useQuery({
    ...programmeAsks.versions<ApplicationContent>('applications', id, version),
    enabled: course?.returned !== undefined,
  });
  const told = (data?.versions ?? [])
    .filter(({ act }) => act === 'return')
    .toSorted((one, other) => one.version - other.version)
    .flatMap(({ version, content: { course } }) =>
      course?.returned ? [{ ...course.returned, version }] : [],
    );
  return told.length > 0 ? told : course?.returned ? [{ ...course.returned, version }] : [];
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
