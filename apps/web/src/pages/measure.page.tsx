import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { measureAsks } from '../api/measure.asks.ts';
import { measures } from '../api/measure.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { MeasureComputed } from '../figures/measures/measure-computed.tsx';
import { MeasureLaw } from '../figures/measures/measure-law.tsx';
import { MeasureMarks } from '../figures/measures/measure-marks.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { TryForm } from '../forms/measures/try.form.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.measure);

/** A measure as a page of law, with what is computed of it beside, and a company to try it on. */
export function MeasurePage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(measureAsks.one(id));
  const session = useQuery(programmeAsks.session());
  useDocumentWords(data ? of(data.title) : t('measures.title'));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const role = session.data?.asker?.role;
  const mayWrite = role === 'ministry' || role === 'province' || role === 'park';
  return (
    <div className="page measure">
      <p>
        <Link to={paths.measures}>{t('measures.title')}</Link>
      </p>
      <div className="page-head">
        <h1>{of(data.title)}</h1>
        <nav className="page-links">
          <a href={measures.tableAddress(id)}>{t('measures.table')}</a>
          {mayWrite ? (
            <Link to={paths.newMeasure} search={{ from: id }}>
              {t('measure.revise')}
            </Link>
          ) : null}
        </nav>
      </div>
      <p className="quiet">
        {t(`measures.kinds.${data.kind}`)} <MeasureMarks measure={data} />
      </p>
      <div className="measure-columns">
        <MeasureLaw measure={data} />
        <MeasureComputed measure={data} />
      </div>
      <TryForm key={id} measure={data} />
    </div>
  );
}
