import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { IntentContent } from '../api/company.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import type { RecordSeen } from '../api/programme.client.ts';
import { IntentTold } from '../figures/company/intent-told.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.intent);

/** One intent: what was told, what was answered, and what either side may do now. */
export function IntentPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(programmeAsks.record<IntentContent>('intents', id));
  useDocumentWords(data ? of(data.title) : t('intent.title'));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const { told, answerBy = '', answer, ending, plan } = data.content;
  const reason = [{ name: 'reason', label: t('record.reason') }];
  return (
    <div className="page">
      <RecordHead record={data}>
        {plan ? (
          <p>
            <Link to={paths.companyPlan} params={{ id: plan }}>
              {t('intent.ofPlan')}
            </Link>
          </p>
        ) : null}
      </RecordHead>
      <Acts
        plural="intents"
        record={data as RecordSeen}
        asked={{
          answer: [
            { name: 'offer', label: t('intent.offer') },
            { name: 'contact', label: t('intent.parkContact'), type: 'line' },
            { name: 'validUntil', label: t('intent.validUntil'), type: 'date' },
          ],
          decline: reason,
          withdraw: reason,
          close: reason,
        }}
      />
      <section aria-labelledby="told-title">
        <h2 id="told-title">{t('intent.told')}</h2>
        {told ? <IntentTold told={told} answerBy={answerBy} /> : null}
      </section>
      {answer ? (
        <section aria-labelledby="answer-title">
          <h2 id="answer-title">{t('intent.answer')}</h2>
          <dl className="facts">
            <dt>{t('intent.offer')}</dt>
            <dd className="as-written">{answer.offer}</dd>
            <dt>{t('intent.parkContact')}</dt>
            <dd>{answer.contact}</dd>
            <dt>{t('intent.validUntil')}</dt>
            <dd>{answer.validUntil}</dd>
          </dl>
        </section>
      ) : null}
      {ending ? (
        <section aria-labelledby="ending-title">
          <h2 id="ending-title">{t('intent.ending')}</h2>
          <p className="as-written">
            {ending.on} {ending.reason}
          </p>
        </section>
      ) : null}
      <Versions plural="intents" id={id} version={data.version} />
    </div>
  );
}
