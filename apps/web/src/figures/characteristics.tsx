import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Assessment, assessmentAsks, type Framework } from '../api/assessment.asks.ts';
import type { RecordSeen } from '../api/programme.client.ts';
import { paths } from '../paths.ts';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { SampleMark } from './record-head.tsx';

/** Characteristics and results of a park: strengths beside the others, its own words, its years. */
export function Characteristics({
  record,
  framework,
}: {
  record: RecordSeen<Assessment>;
  framework: Framework;
}) {
  const { t, of } = useWords();
  const { result, characteristics } = record.content;
  const { data } = useQuery(assessmentAsks.years(record.id));
  return (
    <section aria-label={t('assess.profile')}>
      <h2>{t('assess.profile')}</h2>
      {result ? <Profile result={result} framework={framework} /> : null}
      {data && data.industries.length + data.pairings.length > 0 ? (
        <dl className="facts special">
          <dt>{t('assess.industries')}</dt>
          <dd>{data.industries.map((one) => of(one)).join(t('list.comma')) || t('assess.notKnown')}</dd>
          <dt>{t('assess.pairings')}</dt>
          <dd>{data.pairings.map((one) => of(one)).join(t('list.comma')) || t('assess.noPairings')}</dd>
        </dl>
      ) : null}
      <h3>{t('assess.text')}</h3>
      {characteristics?.text ? (
        <>
          <p className="own-words">{characteristics.text}</p>
          {characteristics.evidence && characteristics.evidence.length > 0 ? (
            <ul className="quiet">
              {characteristics.evidence.map((one) => (
                <li key={one}>
                  {t('assess.evidence')} {one}
                </li>
              ))}
            </ul>
          ) : null}
        </>
      ) : (
        <p className="quiet">{t('assess.textNone')}</p>
      )}
      <h3>{t('assess.years')}</h3>
      {data && data.years.length > 0 ? (
        <Years years={data.years} framework={framework} />
      ) : (
        <p className="quiet">{t('assess.yearsNone')}</p>
      )}
    </section>
  );
}

/** Groups as bars with the mean of all parks marked; the table is the chart. */
function Profile({ result, framework }: { result: NonNullable<Assessment['result']>; framework: Framework }) {
  const { t, of, language } = useWords();
  return (
    <>
      <p className="quiet">{t('assess.profileLead')}</p>
      <table className="plain profile-bars" aria-label={t('assess.profile')}>
        <thead>
          <tr>
            <th scope="col">{t('assess.group')}</th>
            <th scope="col" className="num">
              {t('assess.points')}
            </th>
            <td />
            <th scope="col" className="num">
              {t('assess.mean')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {framework.groups.map(({ id, names }, g) => {
            const own = result.groups[g] ?? 0;
            const mean = result.meanOfGroups[g] ?? 0;
            const gap = own - mean;
            return (
              <tr key={id}>
                <th scope="row">{of(names)}</th>
                <td className="num">{number(own, language, 1)}</td>
                <td>
                  <span className="profile-bar" aria-hidden="true">
                    <span style={{ width: `${own}%` }} />
                    <i style={{ left: `${mean}%` }} />
                  </span>
                </td>
                <td className="num">{number(mean, language, 1)}</td>
                <td>
                  {Math.abs(gap) < 0.05
                    ? ''
                    : t(gap > 0 ? 'assess.above' : 'assess.below', {
                        points: number(Math.abs(gap), language, 1),
                      })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Years({
  years,
  framework,
}: {
  years: readonly {
    id: string;
    year: number;
    total: number;
    rank: number;
    from: number;
    to: number;
    of: number;
    groups: number[];
    sample: boolean;
  }[];
  framework: Framework;
}) {
  const { t, of, language } = useWords();
  return (
    <div className="wide">
      <table className="plain" aria-label={t('assess.years')}>
        <thead>
          <tr>
            <th scope="col">{t('assess.year')}</th>
            <th scope="col" className="num">
              {t('assess.total')}
            </th>
            <th scope="col" className="num">
              {t('assess.rank')}
            </th>
            <th scope="col">{t('assess.interval')}</th>
            {framework.groups.map(({ id, names }) => (
              <th key={id} scope="col" className="num">
                {of(names)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to={paths.parkAssessment} params={{ id: one.id }}>
                  {one.year}
                </Link>
                {one.sample ? <SampleMark /> : null}
              </th>
              <td className="num">{number(one.total, language, 2)}</td>
              <td className="num">
                {one.rank} / {one.of}
              </td>
              <td className="interval">{t('assess.intervalOf', { from: one.from, to: one.to })}</td>
              {framework.groups.map(({ id }, g) => (
                <td key={id} className="num">
                  {one.groups[g] === undefined ? '' : number(one.groups[g], language, 1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
