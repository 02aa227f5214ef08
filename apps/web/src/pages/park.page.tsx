import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { asks } from '../api/asks.ts';
import { Refusal } from '../api/http.client.ts';
import { parkAsks } from '../api/parks.client.ts';
import type { KnownPlace, ParkAnswer, Source } from '../api/types.ts';
import { CityTrade } from '../figures/city-trade.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { Files } from '../forms/files.form.tsx';
import { paths } from '../paths.ts';
import { number } from '../words/amount.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi('/parks/$id');

/** One park: what is known of it and from where, and its city's trade beside province and region. */
export function ParkPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const park = useQuery(asks.park(id));
  const places = useQuery(asks.places());
  const record = useQuery(parkAsks.registry({ park: id }));
  useDocumentWords(park.data ? of(park.data.park.name) : undefined);
  if (park.error instanceof Refusal && park.error.status === 404) {
    return (
      <Empty title={t('park.notFound')} remedy={t('park.notFoundRemedy')}>
        <Link to={paths.parks}>{t('park.all')}</Link>
      </Empty>
    );
  }
  const error = park.error ?? places.error;
  if (error) return <Trouble error={error} retry={() => void park.refetch()} />;
  if (!park.data || !places.data) return <Skeleton height="70vh" />;
  const byCode = new Map(places.data.places.map((place) => [place.code, place]));
  const city = byCode.get(park.data.park.place);
  const province = city?.level === 'province' ? city : byCode.get(city?.parent ?? '');
  return (
    <div className="page">
      <p className="quiet">
        <Link to={paths.parks}>{t('park.all')}</Link>
      </p>
      <h1>{t('park.title', { name: of(park.data.park.name) })}</h1>
      <div className="profile">
        <Profile answer={park.data} city={city} province={province} />
        {city && province ? <CityTrade city={city} province={province} /> : null}
      </div>
      {record.data?.parks[0] ? <Files record={record.data.parks[0].id} publishable /> : null}
    </div>
  );
}

interface ProfileProps {
  answer: ParkAnswer;
  city: KnownPlace | undefined;
  province: KnownPlace | undefined;
}

function Profile({ answer, city, province }: ProfileProps) {
  const { t, of, language } = useWords();
  const { park, batch, sources } = answer;
  const agglomerations = useQuery(asks.agglomerations());
  const cited = citedSources(answer);
  const cite = (source: string, date?: string) => <Cite number={cited.indexOf(source) + 1} date={date} />;
  const sentences = (
    items: readonly {
      value: { zh: string; en: string };
      source: string;
      date?: string;
      note?: { zh: string; en: string };
    }[],
  ) =>
    items.length === 0 ? (
      <Unknown />
    ) : (
      <ul>
        {items.map((item) => (
          <li key={item.value.en}>
            {of(item.value)}
            {item.note ? <span className="quiet"> ({of(item.note)})</span> : null}
            {cite(item.source, item.date)}
          </li>
        ))}
      </ul>
    );
  const nameOfAgglomeration = (id: string) => {
    const found = agglomerations.data?.agglomerations.find((one) => one.id === id);
    return found ? found.name : { zh: id, en: id };
  };
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{t('park.facts')}</h2>
      <dl className="facts">
        <dt>{t('park.batch')}</dt>
        <dd>
          {of(batch.name)}
          {cite(park.source)}
        </dd>
        <dt>{t('park.place')}</dt>
        <dd>
          {city ? of(city.name) : park.place}
          {province && province !== city ? ` · ${of(province.name)}` : ''}
        </dd>
        <dt>{t('park.region')}</dt>
        <dd>{city?.region ? t(`region.${city.region}`) : <Unknown />}</dd>
        <dt>{t('park.area')}</dt>
        <dd>
          {park.areaKm2 ? (
            <>
              {t('park.km2', { value: number(park.areaKm2.value, language, 2) })}
              {cite(park.areaKm2.source, park.areaKm2.date)}
            </>
          ) : (
            <Unknown />
          )}
        </dd>
        <dt>{t('park.zones')}</dt>
        <dd>
          {park.zones.length === 0 ? <Unknown /> : null}
          <ul>
            {park.zones.map((zone) => (
              <li key={zone.name.en}>
                {of(zone.name)}
                {zone.areaKm2 ? ` · ${t('park.km2', { value: number(zone.areaKm2, language, 2) })}` : ''}
                {cite(zone.source)}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{t('park.industries')}</dt>
        <dd>{sentences(park.leadingIndustries)}</dd>
        <dt>{t('park.partners')}</dt>
        <dd>{sentences(park.partners.map((partner) => ({ ...partner, value: partner.value.name })))}</dd>
        <dt>{t('park.agglomerations')}</dt>
        <dd>
          {sentences(park.agglomerations.map((one) => ({ ...one, value: nameOfAgglomeration(one.value) })))}
        </dd>
        {park.facts.length > 0 ? (
          <>
            <dt>{t('park.more')}</dt>
            <dd>{sentences(park.facts)}</dd>
          </>
        ) : null}
        <dt>{t('park.notices')}</dt>
        <dd>
          <ul>
            {batch.notices.map((notice) => (
              <li key={notice.source}>
                {t(`park.notice.${notice.kind}`)} · {notice.date}
                {cite(notice.source)}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <h3>{t('park.sources')}</h3>
      <ol className="sources">
        {cited.map((id, i) => (
          <SourceLine key={id} id={id} number={i + 1} source={sources[id]} />
        ))}
      </ol>
    </section>
  );
}

function Unknown() {
  const { t } = useWords();
  return <span className="unknown">{t('park.unknown')}</span>;
}

function Cite({ number, date }: { number: number; date: string | undefined }) {
  const { t } = useWords();
  return (
    <>
      {date ? <span className="quiet"> {date}</span> : null}
      <a className="cite" href={`#source-${number}`} aria-label={t('park.source', { number })}>
        {number}
      </a>
    </>
  );
}

function SourceLine({ id, number, source }: { id: string; number: number; source: Source | undefined }) {
  const { t } = useWords();
  if (!source) return <li id={`source-${number}`}>{id}</li>;
  const said = [source.issuer, source.number ?? t('park.noNumber'), source.date ?? t('park.noDate')];
  return (
    <li id={`source-${number}`}>
      {source.title} · {said.filter(Boolean).join(' · ')}
      {source.url ? (
        <>
          {' · '}
          <a href={source.url} rel="noreferrer">
            {t('park.link')}
          </a>
        </>
      ) : null}
      {source.note ? ` · ${source.note}` : ''}
    </li>
  );
}

/** Every source that the page cites, once, in the order of reading. */
function citedSources({ park, batch }: ParkAnswer): string[] {
  const records = [
    park,
    ...(park.areaKm2 ? [park.areaKm2] : []),
    ...park.zones,
    ...park.leadingIndustries,
    ...park.partners,
    ...park.agglomerations,
    ...park.facts,
    ...batch.notices,
  ];
  return [...new Set(records.map(({ source }) => source))];
}
