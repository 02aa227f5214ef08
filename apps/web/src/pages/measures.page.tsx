import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { asks } from '../api/asks.ts';
import { measureAsks } from '../api/measure.asks.ts';
import { type Library, measures } from '../api/measure.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { Dates, MeasureMarks, PlacesHeld } from '../figures/measures/measure-marks.tsx';
import { SampleMark, StateTag } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import type { MeasuresState } from '../url-state.measures.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.measures);
const offices = ['ministry', 'province', 'park'];

/** The library of measures that hold: by word, place, kind and day. */
export function MeasuresPage() {
  const { t } = useWords();
  useDocumentWords(t('measures.title'));
  const { q, place, kind, date } = route.useSearch();
  const session = useQuery(programmeAsks.session());
  const office = offices.includes(session.data?.asker?.role ?? '');
  const { data, error, refetch } = useQuery(measureAsks.library({ q, place, kind, date }));
  return (
    <div className="page measures">
      <div className="page-head">
        <h1>{t('measures.title')}</h1>
        <nav className="page-links">
          <a href={measures.tableAddress()}>{t('measures.table')}</a>
          {office ? (
            <>
              <Link to={paths.measureUse}>{t('measures.use')}</Link>
              <Link to={paths.newMeasure}>{t('measures.new')}</Link>
            </>
          ) : null}
        </nav>
      </div>
      <p className="quiet">{t('measures.lead')}</p>
      {office ? <OwnDrafts /> : null}
      <Conditions kinds={data?.kinds ?? {}} />
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {data ? <Found library={data} /> : error ? null : <Skeleton height="50vh" />}
    </div>
  );
}

function Conditions({ kinds }: { kinds: Record<string, number> }) {
  const { t, of } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (change: MeasuresState) =>
    void navigate({ search: (was) => ({ ...was, ...change }), replace: true });
  const places = useQuery(asks.places());
  const levels = ['country', 'province', 'prefecture'];
  return (
    <div className="choices">
      <Input.Search
        aria-label={t('measures.find')}
        placeholder={t('measures.find')}
        allowClear
        defaultValue={search.q}
        onSearch={(text) => choose({ q: text.trim() || undefined } as MeasuresState)}
      />
      <Select
        aria-label={t('measures.place')}
        placeholder={t('measures.placeHint')}
        allowClear
        loading={places.isLoading}
        value={search.place}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={280}
        options={(places.data?.places ?? [])
          .filter(({ level }) => levels.includes(level))
          .map(({ code, name }) => ({ value: code, label: `${of(name)} ${code}` }))}
        onChange={(value?: string) => choose({ place: value } as MeasuresState)}
      />
      <Select
        aria-label={t('measures.kind')}
        placeholder={t('measures.kind')}
        allowClear
        value={search.kind}
        options={Object.entries(kinds).map(([value, count]) => ({
          value,
          label: `${t(`measures.kinds.${value}`)} ${count}`,
        }))}
        onChange={(value?: string) => choose({ kind: value } as MeasuresState)}
      />
      <Select
        aria-label={t('measures.day')}
        value={search.date === 'any' ? 'any' : 'today'}
        options={(['today', 'any'] as const).map((value) => ({ value, label: t(`measures.days.${value}`) }))}
        onChange={(value: string) => choose({ date: value === 'any' ? 'any' : undefined } as MeasuresState)}
      />
      <Input
        type="date"
        aria-label={t('measures.day')}
        value={search.date === 'any' ? '' : (search.date ?? '')}
        onChange={({ target }) => choose({ date: target.value || undefined } as MeasuresState)}
      />
    </div>
  );
}

function Found({ library }: { library: Library }) {
  const { t, of } = useWords();
  const navigate = route.useNavigate();
  const { measures: found, all, unread } = library;
  return (
    <>
      {unread.length > 0 ? (
        <p className="left-over" role="alert">
          {t('measures.unread', {
            list: unread.map(({ measure, message }) => `${measure} (${message})`).join('; '),
          })}
        </p>
      ) : null}
      <p className="quiet" aria-live="polite">
        {t('measures.count', { shown: found.length, all })}
      </p>
      {found.length === 0 ? (
        <Empty title={t('measures.none')} remedy={t('measures.noneRemedy')}>
          <Button onClick={() => void navigate({ search: {} })}>{t('measures.clear')}</Button>
        </Empty>
      ) : (
        <table className="plain as-lines" aria-label={t('measures.title')}>
          <thead>
            <tr>
              {(['name', 'kind', 'places', 'dates'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`measures.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link to={paths.measure} params={{ id: one.id }}>
                    {of(one.title)}
                  </Link>
                  <MeasureMarks measure={one} />
                  <small className="quiet measure-issuer">
                    {of(one.issuer)}
                    {one.number ? ` · ${one.number}` : ''}
                  </small>
                </th>
                <td data-label={t('measures.kind')}>{t(`measures.kinds.${one.kind}`)}</td>
                <td data-label={t('measures.places')}>
                  <PlacesHeld places={one.places} />
                </td>
                <td data-label={t('measures.dates')}>
                  <Dates from={one.from} to={one.to} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** What an office writes, and what waits for those above it. */
function OwnDrafts() {
  const { t, of } = useWords();
  const { data } = useQuery(
    programmeAsks.list('measures', { state: ['draft', 'proposed', 'returned'], sort: 'changed' }),
  );
  if (!data) return null;
  return (
    <section aria-labelledby="mine-title" className="measures-mine">
      <h2 id="mine-title">{t('measures.mine')}</h2>
      {data.records.length === 0 ? (
        <p className="quiet">{t('measures.mineNone')}</p>
      ) : (
        <ul>
          {data.records.map((one) => (
            <li key={one.id}>
              <StateTag record={one} />{' '}
              <Link to={paths.measureEdit} params={{ id: one.id }}>
                {of(one.title)}
              </Link>
              {one.sample ? <SampleMark /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
