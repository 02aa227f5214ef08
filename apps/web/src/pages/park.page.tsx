import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { type ParkFact, parkAsks, zonesAddress } from '../api/parks.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { CityTrade } from '../figures/city-trade.tsx';
import { ParkProfile } from '../figures/park-profile.tsx';
import { ParkVersions } from '../figures/park-versions.tsx';
import { SampleMark, StateTag } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { Files } from '../forms/files.form.tsx';
import { ZonesMap } from '../maps/zones.map.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi('/parks/$id');
const kept = ['state', 'withdraw', 'open', 'publishProfile'];

/** One park: what is known of it and from where, its zones, its city's trade, its files; its history for those concerned. */
export function ParkPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const registry = useQuery(parkAsks.registry({ park: id }));
  const places = useQuery(asks.places());
  const row = registry.data?.parks[0];
  useDocumentWords(row ? of(row.name) : undefined);
  const error = registry.error ?? places.error;
  if (error) return <Trouble error={error} retry={() => void registry.refetch()} />;
  if (!registry.data || registry.isPlaceholderData || !places.data) return <Skeleton height="70vh" />;
  if (!row) {
    return (
      <Empty title={t('park.notFound')} remedy={t('park.notFoundRemedy')}>
        <Link to={paths.parks}>{t('park.all')}</Link>
      </Empty>
    );
  }
  const city = places.data.places.find(({ code }) => code === row.place);
  const province =
    city?.level === 'province' ? city : places.data.places.find(({ code }) => code === city?.parent);
  return (
    <div className="page">
      <p className="quiet">
        <Link to={paths.parks}>{t('park.all')}</Link>
      </p>
      <h1>{t('park.title', { name: of(row.name) })}</h1>
      <p className="quiet park-line">
        <StateTag record={row} />
        {row.published ? t('park.publishedOn', { date: row.published }) : t('park.notYetPublished')}
        {row.zones > 0 ? (
          <a href={zonesAddress(row.id)} download>
            {t('park.zonesOut')}
          </a>
        ) : null}
        <Link to={paths.parkCompare} search={{ ids: row.packId ?? row.id }}>
          {t('park.compare')}
        </Link>
      </p>
      <Known id={row.id} packId={id} place={row.place} batch={row.batch} city={city} province={province} />
    </div>
  );
}

type Place = Parameters<typeof ParkProfile>[0]['city'];

interface KnownProps {
  id: string;
  /** As the address of the page names it. */
  packId: string;
  place: string;
  batch: string | undefined;
  city: Place;
  province: Place;
}

function Known({ id, packId, place, batch, city, province }: KnownProps) {
  const { t } = useWords();
  const [asOf, setAsOf] = useState('');
  const [asPublic, setAsPublic] = useState(false);
  const facts = useQuery(parkAsks.facts(id, { asOf: asOf || undefined, view: asPublic ? 'public' : 'own' }));
  const record = useQuery(programmeAsks.record('park-profiles', id));
  const seen = facts.data;
  const whole = seen?.whole ?? false;
  const mayEdit = record.data?.possible.some(({ act }) => act === 'state') ?? false;
  if (facts.error) return <Trouble error={facts.error} retry={() => void facts.refetch()} />;
  return (
    <>
      <p className="park-view">
        <label htmlFor="as-of">{t('park.asOf')}</label>
        <Input
          id="as-of"
          type="date"
          size="small"
          value={asOf}
          onChange={({ target: { value } }) => setAsOf(value)}
        />
        {asOf ? <span className="quiet">{t('park.asOfNote', { date: asOf })}</span> : null}
        {whole ? (
          <Checkbox checked={asPublic} onChange={({ target: { checked } }) => setAsPublic(checked)}>
            {t('park.asPublic')}
          </Checkbox>
        ) : null}
        {seen?.news ? <span className="inside">{t('park.news')}</span> : null}
        {mayEdit ? (
          <Link to={paths.parkEdit} params={{ id: packId }}>
            {t('park.edit')}
          </Link>
        ) : null}
      </p>
      {record.data ? (
        <Acts
          plural="park-profiles"
          record={record.data}
          without={kept}
          asked={{
            recognise: [{ name: 'batch', label: t('park.batch'), type: 'line' }],
            ...Object.fromEntries(
              ['warn', 'liftWarning', 'beginExit', 'stay', 'exit'].map((act) => [
                act,
                [{ name: 'reason', label: t('record.reason') }],
              ]),
            ),
          }}
        />
      ) : null}
      <div className="profile">
        {seen ? (
          <div>
            <ParkProfile seen={{ ...seen, whole: whole && !asPublic }} {...{ batch, city, province }} />
          </div>
        ) : (
          <Skeleton height="60vh" />
        )}
        <div>
          {city && province ? <CityTrade city={city} province={province} /> : null}
          {seen?.areas.drawn === undefined ? null : <Zones place={place} facts={seen.facts} />}
        </div>
      </div>
      <Files record={id} publishable title={t('park.documents')} />
      {whole && record.data ? <ParkVersions id={id} version={record.data.version} /> : null}
    </>
  );
}

function Zones({ place, facts }: { place: string; facts: readonly ParkFact[] }) {
  const stated = facts.flatMap(({ value, sample }) =>
    'zones' in value ? [{ zones: value.zones, sample }] : [],
  );
  return (
    <>
      {stated.some(({ sample }) => sample) ? <SampleMark /> : null}
      <ZonesMap place={place} zones={stated.flatMap(({ zones }) => zones)} />
    </>
  );
}
