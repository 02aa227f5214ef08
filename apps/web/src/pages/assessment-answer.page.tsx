import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Answer, assessmentAsks, plurals } from '../api/assessment.asks.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { AnswerForm } from '../forms/answer.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.assessmentAnswer);

/** What one party says of a park; nobody else sees it until answering closes. */
export function AssessmentAnswerPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const { data: record, error } = useQuery(programmeAsks.record<Answer>(plurals.answer, id));
  const session = useQuery(programmeAsks.session());
  const round = record?.content.round ?? '';
  const framework = useQuery({ ...assessmentAsks.framework(round), enabled: round !== '' });
  useDocumentWords(record ? of(record.title) : t('assess.answer'));
  if (error ?? framework.error) return <Trouble error={error ?? framework.error} />;
  if (!record || !framework.data) return <Skeleton height="60vh" />;
  const { content, state } = record;
  return (
    <div className="page">
      <p className="quiet">
        <Link to={paths.assessment}>{t('assess.title')}</Link>
      </p>
      <RecordHead record={record}>
        <p className="quiet">
          {content.party ? t(`assess.party.${content.party}`) : ''} · {t('assess.sealed')}
        </p>
        {content.party === 'park' && session.data?.asker?.role === 'park' && content.assessment ? (
          <Link to={paths.parkAssessment} params={{ id: content.assessment }}>
            {t('assess.seePark')}
          </Link>
        ) : null}
      </RecordHead>
      {state === 'submitted' ? <p role="status">{t('assess.submitted')}</p> : null}
      {state === 'missed' || state === 'unsealed' ? <p className="quiet">{t('assess.closed')}</p> : null}
      <Acts plural={plurals.answer} record={record} without={['fill', 'submit']} />
      <AnswerForm record={record} {...framework.data} key={record.id} />
      <Versions plural={plurals.answer} id={id} version={record.version} />
    </div>
  );
}
