import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { programmeAsks } from '../api/programme.asks.ts';
import type { RecordSeen } from '../api/programme.client.ts';
import { Comments } from '../figures/comments.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { type Report, reportFigures } from '../figures/report.ts';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { ReportForm } from '../forms/report.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.report);
const plural = 'monthly-reports';

/** One monthly report: filled in by the park, looked through by its province. */
export function ReportPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(programmeAsks.record<Report>(plural, id));
  useDocumentWords(data ? of(data.title) : t('report.title'));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const { content, editable, version } = data;
  return (
    <div className="page">
      <p>
        <Link to={paths.reports}>{t('report.back')}</Link>
      </p>
      <RecordHead record={data} />
      {content.returned ? (
        <p className="trouble" role="status">
          <b>{t('report.returned')}</b> {content.returned}
        </p>
      ) : null}
      {editable ? (
        <ReportForm key={`${id} ${version}`} report={data} />
      ) : (
        <>
          <Acts
            plural={plural}
            record={data as RecordSeen}
            asked={{ return: [{ name: 'reason', label: t('report.reason'), type: 'text' }] }}
          />
          <Figures content={content} />
        </>
      )}
      <Comments record={id} />
      <Versions plural={plural} id={id} version={version} />
    </div>
  );
}

function Figures({ content }: { content: Partial<Report> }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const odd = new Map((content.differences ?? []).map((one) => [one.figure, one]));
  return (
    <section aria-label={t('report.figures')}>
      <h2>{t('report.figures')}</h2>
      <dl className="facts">
        {reportFigures.map(({ name, unit }) => {
          const value = content.figures?.[name];
          const difference = odd.get(name);
          return (
            <Fragment key={name}>
              <dt>{t(`report.figure.${name}`)}</dt>
              <dd>
                {value === undefined
                  ? t('report.notFilled')
                  : `${number.format(value)} ${t(`report.unit.${unit}`)}`}
                {difference ? (
                  <span className="bad">
                    {' '}
                    {t(`report.differs.${difference.against}`, { held: number.format(difference.held) })}
                  </span>
                ) : null}
              </dd>
            </Fragment>
          );
        })}
        {(['explanation', 'problems', 'requests'] as const).map((name) => (
          <Fragment key={name}>
            <dt>{t(`report.${name}`)}</dt>
            <dd className="comment-text">{content[name] || t('report.nothing')}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
