import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { parkAsks } from '../api/parks.client.ts';
import { FactValue } from '../figures/fact-value.tsx';
import { Unknown } from '../figures/park-profile.tsx';
import { SampleMark } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { mostCompared } from '../url-state.parks.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.parkCompare);

/** Up to four parks side by side, field by field. */
export function ParkComparePage() {
  const { t, of } = useWords();
  useDocumentWords(t('parkCompare.title'));
  const { ids = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const named = ids.split(',').filter(Boolean);
  const [typed, setTyped] = useState('');
  const offered = useQuery(parkAsks.registry({ name: typed, size: '50', sort: 'place' }));
  const found = useQueries({ queries: named.map((park) => parkAsks.registry({ park })) });
  const fields = useQuery(parkAsks.fields());
  const places = useQuery(asks.places());
  const chosen = found.flatMap(({ data }) => data?.parks ?? []);
  const rows = [
    ...chosen,
    ...(offered.data?.parks ?? []).filter(({ id }) => !chosen.some((one) => one.id === id)),
  ];
  const facts = useQueries({ queries: chosen.map(({ id }) => parkAsks.facts(id)) });
  const error =
    offered.error ?? fields.error ?? places.error ?? [...found, ...facts].find((one) => one.error)?.error;
  if (error) return <Trouble error={error} />;
  if (!offered.data || !fields.data || !places.data) return <Skeleton height="60vh" />;
  const cityOf = (code: string) => places.data.places.find((place) => place.code === code);
  return (
    <div className="page">
      <p className="quiet">
        <Link to={paths.parks}>{t('park.all')}</Link>
      </p>
      <h1>{t('parkCompare.title')}</h1>
      <Select
        mode="multiple"
        className="comparing"
        aria-label={t('parkCompare.choose')}
        placeholder={t('parkCompare.choose')}
        maxCount={mostCompared}
        value={chosen.map(({ id }) => id)}
        filterOption={false}
        onSearch={setTyped}
        options={rows.map(({ id, name }) => ({ value: id, label: of(name) }))}
        onChange={(wanted) => void navigate({ search: { ids: wanted.join(',') }, replace: true })}
      />
      {chosen.length === 0 ? (
        <Empty title={t('parkCompare.none')} remedy={t('parkCompare.noneRemedy')} />
      ) : (
        <div className="wide">
          <table className="plain compared">
            <thead>
              <tr>
                <th scope="col">{t('park.field')}</th>
                {chosen.map((row) => (
                  <th key={row.id} scope="col">
                    <Link to={paths.park} params={{ id: row.packId ?? row.id }}>
                      {of(row.name)}
                    </Link>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t('park.region')}</th>
                {chosen.map(({ id, place }) => {
                  const region = cityOf(place)?.region;
                  return <td key={id}>{region ? t(`region.${region}`) : <Unknown />}</td>;
                })}
              </tr>
              {fields.data.fields
                .filter(({ id }) => id !== 'statement')
                .map((field) => (
                  <tr key={field.id}>
                    <th scope="row">{of(field.name)}</th>
                    {chosen.map(({ id }, i) => {
                      const found = facts[i]?.data?.facts.filter((fact) => fact.field === field.id) ?? [];
                      return (
                        <td key={id}>
                          {found.length === 0 ? <Unknown /> : null}
                          <ul>
                            {found.map((fact) => (
                              <li key={fact.id}>
                                <FactValue value={fact.value} field={field} />
                                {fact.sample ? <SampleMark /> : null}
                              </li>
                            ))}
                          </ul>
                        </td>
                      );
                    })}
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
