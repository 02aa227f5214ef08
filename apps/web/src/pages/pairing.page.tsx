import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { asks } from '../api/asks.ts';
import { pairingAsks } from '../api/pairing.asks.ts';
import type { AgreementContent, Course, PairingContent, StatementContent } from '../api/pairing.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { programme, type RecordSeen } from '../api/programme.client.ts';
import { Comments } from '../figures/comments.tsx';
import { Obligations } from '../figures/obligations.tsx';
import { PairingEvents } from '../figures/pairing-events.tsx';
import { PulseExplained } from '../figures/pulse-explained.tsx';
import { RecordHead, SampleMark, StateTag } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';
import { yuan } from '../words/yuan.ts';

const route = getRouteApi(paths.pairing);

/** One pairing: both sides, what they agreed, what is owed, what they did, how alive it is, what was shared. */
export function PairingPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(programmeAsks.record<PairingContent>('pairings', id));
  const concerned = data?.content.purpose !== undefined;
  const course = useQuery({ ...pairingAsks.course(id), enabled: concerned });
  const pulse = useQuery({ ...pairingAsks.pulse(id), enabled: concerned });
  useDocumentWords(data ? of(data.title) : t('pairing.title'));
  const failed = error ?? course.error ?? pulse.error;
  if (failed) return <Trouble error={failed} retry={() => void refetch()} />;
  if (!data || (concerned && !(course.data && pulse.data))) return <Skeleton height="60vh" />;
  const reason = [{ name: 'reason', label: t('pairing.acts.reason') }];
  return (
    <div className="page">
      <RecordHead record={data} />
      <Acts plural="pairings" record={data} asked={{ decline: reason, end: reason }} />
      {data.state === 'dormant' && pulse.data ? (
        <p className="banner-note" role="status">
          {t('pairing.dormant', { n: pulse.data.daysSinceContact })}
        </p>
      ) : null}
      <Sides record={data} course={course.data} />
      {course.data && pulse.data ? (
        <>
          <Agreements pairing={data} course={course.data} />
          <Obligations course={course.data} />
          <PairingEvents pairing={data} course={course.data} />
          <PulseExplained pulse={pulse.data} />
          <Statements pairing={data} course={course.data} />
          <Comments record={id} />
          <Versions plural="pairings" id={id} version={data.version} />
        </>
      ) : null}
    </div>
  );
}

function Sides({
  record: { content },
  course,
}: {
  record: RecordSeen<PairingContent>;
  course: Course | undefined;
}) {
  const { t, of } = useWords();
  const { data: sources } = useQuery(asks.sources());
  const { purpose, industries = [], proposedBy, known, answer, end } = content;
  const rows: [string, string][] = course
    ? [
        [t('pairing.park'), of(course.sides.park)],
        [t('pairing.partner'), of(course.sides.partner)],
      ]
    : [];
  if (purpose) rows.push([t('pairing.purpose'), purpose]);
  if (industries.length > 0) rows.push([t('pairing.industries'), industries.join(t('list.comma'))]);
  if (proposedBy) rows.push([t('pairing.proposedBy'), t(`pairing.${proposedBy}`)]);
  if (answer)
    rows.push([t('pairing.answer'), [answer.on, answer.by, answer.reason].filter(Boolean).join(' ')]);
  if (end) rows.push([t('pairing.end'), `${end.on} ${end.by} ${end.reason}`]);
  return (
    <section aria-label={t('pairing.sides')}>
      <dl className="facts">
        {rows.map(([label, text]) => (
          <Pair key={label} label={label}>
            {text}
          </Pair>
        ))}
        {known ? (
          <Pair label={t('pairing.source')}>
            {course?.source?.url ? (
              <a href={course.source.url} target="_blank" rel="noreferrer">
                {course.source.title}
              </a>
            ) : (
              (sources?.sources.find(({ id }) => id === known.source)?.title ?? known.source)
            )}{' '}
            <span className="quiet">
              {[known.date, known.note && of(known.note)].filter(Boolean).join(' · ')}
            </span>
          </Pair>
        ) : null}
      </dl>
    </section>
  );
}

function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Agreements({ pairing, course }: { pairing: RecordSeen<PairingContent>; course: Course }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();
  const { data: templates } = useQuery(pairingAsks.templates());
  const draft = async () => {
    setError(undefined);
    const year = new Date().getFullYear();
    try {
      const made = await programme.create<AgreementContent>('agreements', {
        ...partiesOf(pairing.content as PairingContent),
        pairing: pairing.id,
        from: `${year}-01-01`,
        to: `${year + 4}-12-31`,
        clauses: (templates?.clauses ?? []).map(({ id }) => ({ template: id, values: {} })),
        projects: [],
      });
      await client.invalidateQueries({ queryKey: ['records'] });
      await navigate({ to: paths.agreement, params: { id: made.id } });
    } catch (cause) {
      setError(cause);
    }
  };
  const open = ['agreed', 'active', 'dormant'].includes(pairing.state);
  return (
    <section aria-labelledby="agreements-title">
      <h2 id="agreements-title">{t('pairing.agreements')}</h2>
      {course.agreements.length === 0 ? <p className="quiet">{t('pairing.agreementsNone')}</p> : null}
      <ul className="lines">
        {course.agreements.map((one) => (
          <li key={one.id}>
            <Link to={paths.agreement} params={{ id: one.id }}>
              {of(one.title)}
            </Link>{' '}
            <StateTag record={one} /> <span className="quiet">{`${one.from} – ${one.to}`}</span>
            {one.shares ? <span className="quiet"> · {t('pairing.shares')}</span> : null}
            {one.sample ? <SampleMark /> : null}
          </li>
        ))}
      </ul>
      {course.may.agreement && open && templates ? (
        <Button onClick={() => void draft()}>{t('pairing.draft')}</Button>
      ) : null}
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}

function Statements({ pairing, course }: { pairing: RecordSeen<PairingContent>; course: Course }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();
  const sharing = course.agreements.find(({ shares, state }) => shares && state === 'in-force');
  const draft = async () => {
    if (!sharing) return;
    setError(undefined);
    try {
      const made = await programme.create<StatementContent>('benefit-statements', {
        ...partiesOf(pairing.content as PairingContent),
        pairing: pairing.id,
        agreement: sharing.id,
        year: new Date().getFullYear() - 1,
        entries: [],
      });
      await client.invalidateQueries({ queryKey: ['records'] });
      await navigate({ to: paths.statement, params: { id: made.id } });
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <section aria-labelledby="statements-title">
      <h2 id="statements-title">{t('pairing.statements')}</h2>
      {course.statements.length === 0 ? (
        <p className="quiet">{t('pairing.statementsNone')}</p>
      ) : (
        <div className="wide">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('pairing.year')}</th>
                <th scope="col">{t('pairing.state')}</th>
                <th scope="col" className="num">
                  {t('pairing.park')} {t('pairing.gets')}
                </th>
                <th scope="col" className="num">
                  {t('pairing.partner')} {t('pairing.gets')}
                </th>
              </tr>
            </thead>
            <tbody>
              {course.statements.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to={paths.statement} params={{ id: one.id }}>
                      {one.year}
                    </Link>
                    {one.edition ? (
                      <span className="quiet"> {t('pairing.edition', { n: one.edition })}</span>
                    ) : null}
                    {one.sample ? <SampleMark /> : null}
                  </th>
                  <td>
                    <StateTag record={one} />
                  </td>
                  <td className="num">{one.park === undefined ? '' : yuan(one.park, language)}</td>
                  <td className="num">{one.partner === undefined ? '' : yuan(one.partner, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {course.may.statement && sharing ? (
        <Button onClick={() => void draft()}>{t('pairing.addStatement')}</Button>
      ) : null}
      {error ? <Trouble error={error} /> : null}
    </section>
  );
}

const partiesOf = ({ name, park, partner, parkPlace, partnerPlace }: PairingContent) => ({
  name,
  park,
  partner,
  parkPlace,
  partnerPlace,
});
