import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RecordSeen } from '../api/programme.client.ts';
import { reviewAsks } from '../api/review.asks.ts';
import { reviewFiles } from '../api/review.client.ts';
import { RecordHead } from '../figures/record-head.tsx';
import { Said } from '../figures/review/said.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.objection);

/** An objection as a case: what is held, what was answered, what was decided and what follows. */
export function ObjectionPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const objection = useQuery(reviewAsks.objection(id));
  const noticeId = objection.data?.parent ?? '';
  const notice = useQuery({ ...reviewAsks.notice(noticeId), enabled: noticeId !== '' });
  useDocumentWords(t('objection.title'));
  if (objection.error) return <Trouble error={objection.error} retry={() => void objection.refetch()} />;
  if (!objection.data) return <Skeleton height="60vh" />;
  const record = objection.data;
  const { objector, grounds, evidence, application, decision, receivedOn, ...said } = record.content;
  const about = notice.data?.content.entries?.find((one) => one.application === application);
  const text = (name: string) => [{ name: 'text', label: t(`objection.ask.${name}`) }];
  const decided = ['upheld', 'dismissed', 'inadmissible'].includes(record.state);
  return (
    <div className="page">
      <p className="quiet">
        <Link to={paths.notice} params={{ id: noticeId }}>
          {notice.data ? of(notice.data.title) : t('notice.title')}
        </Link>
      </p>
      <RecordHead record={record} />
      <Acts
        plural="objections"
        record={record as RecordSeen}
        asked={{
          admit: text('admit'),
          refuse: text('refuse'),
          state: text('state'),
          reply: text('reply'),
          dismiss: text('decide'),
          uphold: [
            ...text('decide'),
            {
              name: 'consequence',
              label: t('objection.consequence'),
              type: 'choice',
              options: (['rejected', 'none'] as const).map((value) => ({
                value,
                label: t(`objection.consequences.${value}`),
              })),
            },
          ],
        }}
      />
      <dl className="facts">
        <dt>{t('objection.about')}</dt>
        <dd>{about ? of(about.name) : t('objection.whole')}</dd>
        {objector?.name ? (
          <>
            <dt>{t('objection.from')}</dt>
            <dd>
              {[objector.name, objector.organisation, objector.contact].filter(Boolean).join(' · ')}{' '}
              <span className="quiet">{t('objection.keptShort')}</span>
            </dd>
          </>
        ) : null}
        {receivedOn ? (
          <>
            <dt>{t('objection.receivedOn')}</dt>
            <dd>{receivedOn}</dd>
          </>
        ) : null}
        {grounds ? (
          <>
            <dt>{t('objection.grounds')}</dt>
            <dd className="said">{grounds}</dd>
          </>
        ) : null}
        {evidence ? (
          <>
            <dt>{t('objection.evidence')}</dt>
            <dd className="said">{evidence}</dd>
          </>
        ) : null}
        <Said said={said.admission} label={t('objection.admission')} />
        <Said said={said.statement} label={t('objection.statement')} />
        <Said said={said.reply} label={t('objection.reply')} />
        <Said said={decision} label={t('objection.decision')} />
        {decision ? (
          <>
            <dt>{t('objection.consequence')}</dt>
            <dd>{t(`objection.consequences.${decision.consequence}`)}</dd>
          </>
        ) : null}
      </dl>
      {decided && objector?.name ? (
        <p>
          <a href={reviewFiles.document('objections', id)}>{t('objection.letter')}</a>
        </p>
      ) : null}
      <Versions plural="objections" id={id} version={record.version} />
    </div>
  );
}
