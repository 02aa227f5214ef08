import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { reviewAsks } from '../api/review.asks.ts';
import { type ListContent, reviewFiles } from '../api/review.client.ts';
import { RecordHead } from '../figures/record-head.tsx';
import { Entries } from '../figures/review/entries.tsx';
import { NoticeTrail } from '../figures/review/notice-trail.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { FieldsForm } from '../forms/review/fields.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.listing);

/** A list: as a page, as an official document, and as signed data that anybody can verify. */
export function ListingPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const listing = useQuery(reviewAsks.listing(id));
  useDocumentWords(listing.data ? of(listing.data.title) : t('listing.title'));
  if (listing.error) return <Trouble error={listing.error} retry={() => void listing.refetch()} />;
  if (!listing.data) return <Skeleton height="60vh" />;
  const record = listing.data;
  const { number, issuer, addressee, text = '', lists = [], issuedOn } = record.content;
  return (
    <div className="page">
      <NoticeTrail batch={record.parent} />
      <RecordHead record={record} />
      <Acts plural="lists" record={record as RecordSeen} />
      {record.editable ? <Editing record={record} /> : null}
      <dl className="facts">
        <dt>{t('listing.number')}</dt>
        <dd>{number || '—'}</dd>
        <dt>{t('listing.issuer')}</dt>
        <dd>{issuer}</dd>
        {issuedOn ? (
          <>
            <dt>{t('listing.issuedOn')}</dt>
            <dd>{issuedOn}</dd>
          </>
        ) : null}
      </dl>
      <section aria-label={t('listing.text')} className="letter">
        {addressee ? <p>{addressee}</p> : null}
        {text.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      {lists.map((part) => (
        <section key={`${part.type} ${part.basis}`} aria-label={of(part.title)}>
          <h2>{of(part.title)}</h2>
          <Entries entries={part.entries} label={of(part.title)} linked />
        </section>
      ))}
      {issuedOn ? (
        <section aria-labelledby="verify-title">
          <h2 id="verify-title">{t('listing.files')}</h2>
          <p>
            <a href={reviewFiles.document('lists', id)}>{t('document.docx')}</a>
            {' · '}
            <a href={reviewFiles.signed(id)}>{t('listing.signed')}</a>
            {' · '}
            <a href={reviewFiles.key}>{t('listing.key')}</a>
          </p>
          <p className="quiet">
            {t('listing.verify')} <code>tidu list verify {id}.json</code>
          </p>
        </section>
      ) : null}
      <Versions plural="lists" id={id} version={record.version} />
    </div>
  );
}

function Editing({ record }: { record: RecordSeen<ListContent> }) {
  const { t } = useWords();
  const client = useQueryClient();
  const content = record.content as ListContent;
  const { number, issuer, addressee, text, title } = content;
  return (
    <details>
      <summary>{t('listing.edit')}</summary>
      <FieldsForm
        key={record.version}
        action={t('notice.keep')}
        initial={{ zh: title.zh, en: title.en, number, issuer, addressee, text }}
        fields={[
          { name: 'zh', label: t('document.titleZh') },
          { name: 'en', label: t('document.titleEn') },
          { name: 'number', label: t('listing.number') },
          { name: 'issuer', label: t('listing.issuer') },
          { name: 'addressee', label: t('listing.addressee'), optional: true },
          { name: 'text', label: t('listing.text'), type: 'text' },
        ]}
        send={async ({ zh = '', en = '', ...given }) => {
          const changed = { ...content, ...given, title: { zh, en } };
          const next = await programme.edit('lists', record.id, record.version, changed);
          client.setQueryData(['records', 'lists', record.id], next);
        }}
      />
    </details>
  );
}
