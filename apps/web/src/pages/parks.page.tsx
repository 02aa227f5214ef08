import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../api/asks.ts';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { number } from '../words/amount.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

/** The thirteen parks, one line each. */
export function ParksPage() {
  const { t, of, language } = useWords();
  useDocumentWords(t('parks.title'));
  const parks = useQuery(asks.parks());
  const places = useQuery(asks.places());
  const error = parks.error ?? places.error;
  if (error)
    return <Trouble error={error} retry={() => void Promise.all([parks.refetch(), places.refetch()])} />;
  if (!parks.data || !places.data) return <Skeleton height="60vh" />;
  const byCode = new Map(places.data.places.map((place) => [place.code, place]));
  const list = [...parks.data.parks].sort((a, b) => a.order - b.order);
  const inRegion = (region: string) =>
    list.filter(({ place }) => byCode.get(place)?.region === region).length;
  const comma = t('list.comma');
  return (
    <div className="page">
      <h1>{t('parks.title')}</h1>
      <p className="quiet">
        {t('parks.lead', {
          count: list.length,
          central: inRegion('central'),
          west: inRegion('west'),
          northeast: inRegion('northeast'),
        })}
      </p>
      <div className="wide">
        <table className="plain parks">
          <thead>
            <tr>
              {(['name', 'province', 'region', 'industries', 'partners'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`parks.${column}`)}
                </th>
              ))}
              <th scope="col" className="num">
                {t('parks.area')}
              </th>
              <th scope="col">{t('parks.figures')}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((park) => {
              const place = byCode.get(park.place);
              const province = byCode.get(place?.level === 'province' ? park.place : (place?.parent ?? ''));
              const joined = (names: { zh: string; en: string }[]) => names.map(of).join(comma);
              return (
                <tr key={park.id}>
                  <th scope="row">
                    <Link to={paths.park} params={{ id: park.id }}>
                      {of(park.name)}
                    </Link>
                  </th>
                  <td>{province ? of(province.short ?? province.name) : ''}</td>
                  <td>{place?.region ? t(`region.${place.region}`) : ''}</td>
                  <td className="industries">
                    {joined(park.leadingIndustries.map(({ value }) => value)) || <Unknown />}
                  </td>
                  <td>{joined(park.partners.map(({ value }) => value.name)) || <Unknown />}</td>
                  <td className="num">
                    {park.areaKm2 ? (
                      t('park.km2', { value: number(park.areaKm2.value, language, 2) })
                    ) : (
                      <Unknown />
                    )}
                  </td>
                  <td>
                    {place?.published ? t('parks.published') : <Unknown text={t('parks.notPublished')} />}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Unknown({ text }: { text?: string }) {
  const { t } = useWords();
  return <span className="unknown">{text ?? t('park.unknown')}</span>;
}
