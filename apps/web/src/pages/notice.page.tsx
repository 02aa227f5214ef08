import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { reviewAsks } from '../api/review.asks.ts';
import { type NoticeContent, reviewFiles } from '../api/review.client.ts';
import { RecordHead, RecordNumber, SampleMark, StateTag } from '../figures/record-head.tsx';
import { Entries } from '../figures/review/entries.tsx';
import { NoticeClock } from '../figures/review/notice-clock.tsx';
import { NoticeTrail } from '../figures/review/notice-trail.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { FieldsForm } from '../forms/review/fields.form.tsx';
import { ObjectionForm } from '../forms/review/objection.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.notice);

/** A public notice: what it says, how long it runs, whom it names, and where one objects. */
export function NoticePage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const notice = useQuery(reviewAsks.notice(id));
  const session = useQuery(programmeAsks.session());
  useDocumentWords(notice.data ? of(notice.data.title) : t('notice.title'));
  if (notice.error) return <Trouble error={notice.error} retry={() => void notice.refetch()} />;
  if (!notice.data) return <Skeleton height="60vh" />;
  const record = notice.data;
  const { text = '', entries = [], contact, withdrawn, from } = record.content;
  return (
    <div className="page">
      <NoticeTrail batch={record.parent} />
      <RecordHead record={record} />
      <NoticeClock id={id} version={record.version} notice={record.content} />
      <Acts
        plural="notices"
        record={record as RecordSeen}
        asked={{ withdraw: [{ name: 'reason', label: t('record.reason') }] }}
      />
      {withdrawn ? (
        <p className="bad">{t('notice.withdrawn', { on: withdrawn.on, reason: withdrawn.reason })}</p>
      ) : null}
      {record.editable ? <Editing record={record} /> : null}
      <section aria-label={t('notice.text')} className="letter">
        {text.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Entries
          entries={entries}
          label={t('notice.proposed')}
          linked={session.data?.asker?.role === 'ministry'}
        />
        {contact ? (
          <p className="quiet">
            {t('notice.contact')} {[contact.office, contact.phone, contact.email].filter(Boolean).join(' · ')}
          </p>
        ) : null}
        {from ? (
          <p>
            <a href={reviewFiles.document('notices', id)}>{t('document.docx')}</a>
          </p>
        ) : null}
      </section>
      <Objections notice={record} />
      <Versions plural="notices" id={id} version={record.version} />
    </div>
  );
}

function Editing({ record }: { record: RecordSeen<NoticeContent> }) {
  const { t } = useWords();
  const client = useQueryClient();
  const content = record.content as NoticeContent;
  return (
    <details>
      <summary>{t('notice.edit')}</summary>
      <FieldsForm
        key={record.version}
        action={t('notice.keep')}
        initial={{
          zh: content.title.zh,
          en: content.title.en,
          text: content.text,
          workingDays: content.workingDays,
          ...content.contact,
        }}
        fields={[
          { name: 'zh', label: t('document.titleZh') },
          { name: 'en', label: t('document.titleEn') },
          { name: 'text', label: t('notice.text'), type: 'text' },
          { name: 'workingDays', label: t('notice.workingDays'), type: 'number' },
          { name: 'office', label: t('notice.office') },
          { name: 'phone', label: t('notice.phone'), optional: true },
          { name: 'email', label: t('notice.email'), optional: true },
        ]}
        send={async ({
          zh = '',
          en = '',
          text = '',
          workingDays = 5,
          office = '',
          phone = '',
          email = '',
        }) => {
          const changed = {
            ...content,
            title: { zh, en },
            text,
            workingDays,
            contact: { office, phone, email },
          };
          const next = await programme.edit('notices', record.id, record.version, changed as NoticeContent);
          client.setQueryData(['records', 'notices', record.id], next);
        }}
      />
    </details>
  );
}

function Objections({ notice }: { notice: RecordSeen<NoticeContent> }) {
  const { t, of } = useWords();
  const { data } = useQuery(programmeAsks.list('objections', { parent: notice.id }));
  if (!data) return null;
  return (
    <section aria-labelledby="objections-title">
      <h2 id="objections-title">{t('objection.title')}</h2>
      {data.records.length > 0 ? (
        <ul className="dotted">
          {data.records.map((one) => (
            <li key={one.id}>
              <Link to={paths.objection} params={{ id: one.id }}>
                {of(one.title)} <RecordNumber id={one.id} />
              </Link>{' '}
              <StateTag record={one} />
              {one.sample ? <SampleMark /> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t('objection.none')}</p>
      )}
      {notice.state === 'published' && data.mayCreate ? (
        <details className="objecting">
          <summary>{t('objection.object')}</summary>
          <ObjectionForm notice={notice.id} content={notice.content} />
        </details>
      ) : null}
    </section>
  );
}
