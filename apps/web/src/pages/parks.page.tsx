import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { type ParkRow, parkAsks, registryAddress } from '../api/parks.client.ts';
import type { KnownPlace } from '../api/types.ts';
import { Pages } from '../figures/pages.tsx';
import { Unknown } from '../figures/park-profile.tsx';
import { SampleMark, StateTag } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { mostCompared, type ParksState } from '../url-state.parks.ts';
import { number } from '../words/amount.ts';
import { shortLanguage } from '../words/language.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.parks);
const size = 50;
const columns = ['name', 'province', 'region', 'industries', 'partners'] as const;

/** The registry of parks, one line each. */
export function ParksPage() {
  const { t, language } = useWords();
  useDocumentWords(t('parks.title'));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [compared, setCompared] = useState<readonly string[]>([]);
  const { page = 1, ...wanted } = search;
  const registry = useQuery(parkAsks.registry({ ...wanted, page: String(page), size: String(size) }));
  const pack = useQuery(asks.parks());
  const places = useQuery(asks.places());
  const error = registry.error ?? places.error ?? pack.error;
  if (error)
    return <Trouble error={error} retry={() => void Promise.all([registry.refetch(), places.refetch()])} />;
  if (!registry.data || !places.data || !pack.data) return <Skeleton height="60vh" />;
  const byCode = new Map(places.data.places.map((place) => [place.code, place]));
  const firstBatch = pack.data.parks;
  const inRegion = (region: string) =>
    firstBatch.filter(({ place }) => byCode.get(place)?.region === region).length;
  const choose = (change: ParksState) =>
    void navigate({ search: (was) => ({ ...was, page: undefined, ...change }), replace: true });
  const { parks, total } = registry.data;
  const filtered = Object.keys(wanted).some((key) => key !== 'lang');
  return (
    <div className="page">
      <h1>{t('parks.title')}</h1>
      <p className="quiet">
        {t('parks.lead', {
          count: firstBatch.length,
          central: inRegion('central'),
          west: inRegion('west'),
          northeast: inRegion('northeast'),
        })}
      </p>
      <div className="registry-bar">
        <Input.Search
          allowClear
          defaultValue={search.name}
          aria-label={t('registry.name')}
          placeholder={t('registry.name')}
          onSearch={(name) => choose({ name: name || undefined })}
        />
        <Select
          allowClear
          aria-label={t('parks.region')}
          placeholder={t('parks.region')}
          value={search.region}
          onChange={(region) => choose({ region })}
          options={(['central', 'west', 'northeast'] as const).map((value) => ({
            value,
            label: t(`region.${value}`),
          }))}
        />
        <Select
          allowClear
          aria-label={t('registry.state')}
          placeholder={t('registry.state')}
          value={search.state}
          onChange={(state) => choose({ state })}
          options={(['candidate', 'recognised', 'warned', 'exiting', 'exited'] as const).map((value) => ({
            value,
            label: t(`registry.states.${value}`),
          }))}
        />
        <span className="quiet">{t('registry.total', { count: number(total, language) })}</span>
        {(['csv', 'xlsx'] as const).map((format) => (
          <a
            key={format}
            download
            href={registryAddress(format, { ...wanted, lang: shortLanguage(language) })}
          >
            {t(`registry.${format}`)}
          </a>
        ))}
        <Link to={paths.parkCompare} search={compared.length > 0 ? { ids: compared.join(',') } : {}}>
          {t('registry.compare', { count: compared.length })}
        </Link>
      </div>
      {parks.length === 0 ? (
        <Empty
          title={t('registry.none')}
          remedy={t(filtered ? 'registry.noneFound' : 'registry.noneAtAll')}
        />
      ) : (
        <div className="wide">
          <table className="plain parks">
            <thead>
              <tr>
                <th scope="col" className="tick">
                  <span className="unseen">{t('park.compare')}</span>
                </th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`parks.${column}`)}
                  </th>
                ))}
                <th scope="col" className="num">
                  {t('parks.area')}
                </th>
                <th scope="col">{t('registry.state')}</th>
                <th scope="col">{t('parks.figures')}</th>
              </tr>
            </thead>
            <tbody>
              {parks.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  byCode={byCode}
                  ticked={compared.includes(row.id)}
                  full={compared.length >= mostCompared}
                  tick={(on) =>
                    setCompared(on ? [...compared, row.id] : compared.filter((id) => id !== row.id))
                  }
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages page={page} pages={Math.ceil(total / size)} onPage={(next) => choose({ page: next })} />
    </div>
  );
}

interface RowProps {
  row: ParkRow;
  byCode: ReadonlyMap<string, KnownPlace>;
  ticked: boolean;
  full: boolean;
  tick: (on: boolean) => void;
}

function Row({ row, byCode, ticked, full, tick }: RowProps) {
  const { t, of, language } = useWords();
  const place = byCode.get(row.place);
  const province = byCode.get(`${row.place.slice(0, 2)}0000`);
  const joined = (names: { zh: string; en: string }[]) => names.map(of).join(t('list.comma'));
  return (
    <tr>
      <td>
        <Checkbox
          checked={ticked}
          disabled={full && !ticked}
          aria-label={t('registry.tick', { name: of(row.name) })}
          onChange={({ target }) => tick(target.checked)}
        />
      </td>
      <th scope="row">
        <Link to={paths.park} params={{ id: row.packId ?? row.id }}>
          {of(row.name)}
        </Link>
      </th>
      <td>{province ? of(province.short ?? province.name) : ''}</td>
      <td>{place?.region ? t(`region.${place.region}`) : ''}</td>
      <td className="industries">{joined(row.industries) || <Unknown />}</td>
      <td>{joined(row.partners) || <Unknown />}</td>
      <td className="num">
        {row.areaKm2 === undefined ? <Unknown /> : t('park.km2', { value: number(row.areaKm2, language, 2) })}
        {row.areaKm2 !== undefined && row.sample.some((id) => id === 'area' || id === 'zones') ? (
          <SampleMark />
        ) : null}
      </td>
      <td>
        <StateTag record={row} />
      </td>
      <td>{place?.published ? t('parks.published') : <Unknown text={t('parks.notPublished')} />}</td>
    </tr>
  );
}
