import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { programmeAsks } from '../../api/programme.asks.ts';
import { type Face, programme, type RecordSeen } from '../../api/programme.client.ts';
import { reviewFiles } from '../../api/review.client.ts';
import { FieldsForm } from '../../forms/review/fields.form.tsx';
import { paths } from '../../paths.ts';
import { useWords } from '../../words/words.ts';
import { StateTag } from '../record-head.tsx';

/** What comes of a batch after its call: the review, notices and lists, with where the next one is begun. */
export function BatchOutcome({ batch }: { batch: Face & { content: RecordSeen['content'] } }) {
  const { t, of } = useWords();
  const panels = useQuery(programmeAsks.list('panels', { parent: batch.id }));
  const notices = useQuery(programmeAsks.list('notices', { parent: batch.id }));
  const lists = useQuery(programmeAsks.list('lists', { parent: batch.id }));
  if (!panels.data || !notices.data || !lists.data || batch.state === 'draft') return null;
  const mayReview = panels.data.mayCreate || panels.data.records.length > 0;
  return (
    <section aria-labelledby="outcome-title">
      <h2 id="outcome-title">{t('outcome.title')}</h2>
      <ul className="outcome">
        <li>
          <a href={reviewFiles.document('batches', batch.id)}>{t('outcome.call')}</a>
        </li>
        {mayReview && batch.state !== 'called' ? (
          <li>
            <Link to={paths.review} params={{ id: batch.id }}>
              {t('review.title')}
            </Link>{' '}
            {panels.data.records.map((one) => (
              <StateTag key={one.id} record={one} />
            ))}
          </li>
        ) : null}
        {notices.data.records.map((one) => (
          <li key={one.id}>
            <Link to={paths.notice} params={{ id: one.id }}>
              {of(one.title)}
            </Link>{' '}
            <StateTag record={one} />
          </li>
        ))}
        {lists.data.records.map((one) => (
          <li key={one.id}>
            <Link to={paths.listing} params={{ id: one.id }}>
              {of(one.title)}
            </Link>{' '}
            <StateTag record={one} />
          </li>
        ))}
      </ul>
      {notices.data.mayCreate &&
      ['proposed', 'noticed'].includes(batch.state) &&
      !running(notices.data.records) ? (
        <Begin kind="notice" batch={batch.id} />
      ) : null}
      {lists.data.mayCreate && batch.state === 'noticed' && lists.data.records.length === 0 ? (
        <Begin kind="listing" batch={batch.id} />
      ) : null}
    </section>
  );
}

/** Another notice is begun when none is being drafted, running or over. */
const running = (notices: readonly Face[]): boolean => notices.some(({ state }) => state !== 'withdrawn');

/** A notice or a list begun with words that can be changed as long as it is a draft. */
function Begin({ kind, batch }: { kind: 'notice' | 'listing'; batch: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const notice = kind === 'notice';
  return (
    <details className="beginning">
      <summary>{t(`outcome.${kind}`)}</summary>
      <FieldsForm
        action={t(`outcome.${kind}Begin`)}
        initial={{
          zh: t(`outcome.${kind}Zh`),
          en: t(`outcome.${kind}En`),
          text: t(`outcome.${kind}Text`),
          ...(notice ? { workingDays: 5 } : {}),
        }}
        fields={[
          { name: 'zh', label: t('document.titleZh') },
          { name: 'en', label: t('document.titleEn') },
          { name: 'text', label: t(notice ? 'notice.text' : 'listing.text'), type: 'text' },
          ...(notice
            ? ([
                { name: 'workingDays', label: t('notice.workingDays'), type: 'number' },
                { name: 'office', label: t('notice.office') },
                { name: 'phone', label: t('notice.phone'), optional: true },
                { name: 'email', label: t('notice.email'), optional: true },
              ] as const)
            : ([
                { name: 'number', label: t('listing.number') },
                { name: 'issuer', label: t('listing.issuer') },
                { name: 'addressee', label: t('listing.addressee'), optional: true },
              ] as const)),
        ]}
        send={async ({ zh, en, text, workingDays, office = '', phone = '', email = '', ...rest }) => {
          const common = { batch, title: { zh, en }, text };
          if (notice) {
            const contact = { office, phone, email };
            const made = await programme.create('notices', { ...common, workingDays, contact });
            await navigate({ to: paths.notice, params: { id: made.id } });
          } else {
            const { number = '', issuer = '', addressee = '' } = rest;
            const made = await programme.create('lists', { ...common, number, issuer, addressee });
            await navigate({ to: paths.listing, params: { id: made.id } });
          }
        }}
      />
    </details>
  );
}
