import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { asks } from '../../api/asks.ts';
import { type Position, recognition, type Zone, type ZoneFault } from '../../api/recognition.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { ZonesMap } from '../../maps/zones.map.tsx';
import { useWords } from '../../words/words.ts';
import { CornerTable } from './corner.table.tsx';

interface Props {
  place: string;
  zones: readonly Zone[];
  onChange: (zones: Zone[]) => void;
}

/** Zones: drawn on the map, typed corner by corner, or taken from a GeoJSON file. */
export function ZonesField({ place, zones, onChange }: Props) {
  const { t, of, language } = useWords();
  const [draft, setDraft] = useState<Position[]>();
  const [faults, setFaults] = useState<readonly ZoneFault[]>([]);
  const [error, setError] = useState<unknown>();
  const places = useQuery(asks.places());
  const centre = places.data?.places.find(({ code }) => code === place);
  const start: Position | undefined =
    centre?.longitude && centre.latitude ? [centre.longitude, centre.latitude] : undefined;
  const number = zones.length + 1;
  const name = { zh: `${t('zones.zone', { lng: 'zh-CN' })}${number}`, en: `Zone ${number}` };
  const finish = () => {
    if (!draft || draft.length < 3) return;
    const ring = [...draft, draft[0] as Position];
    onChange([...zones, { name, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } }]);
    setDraft(undefined);
  };
  const upload = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setError(undefined);
    try {
      const read = await recognition.zonesOf(await file.text());
      setFaults(read.faults);
      if (read.faults.length === 0) onChange(read.zones);
    } catch (cause) {
      setError(cause);
    }
    target.value = '';
  };
  const replace = (at: number, zone: Zone) => onChange(zones.map((one, i) => (i === at ? zone : one)));
  return (
    <div className="zones-field">
      <div className="acts-row">
        {draft ? (
          <>
            <Button type="primary" disabled={draft.length < 3} onClick={finish}>
              {t('zones.finish')}
            </Button>
            <Button disabled={draft.length === 0} onClick={() => setDraft(draft.slice(0, -1))}>
              {t('zones.undo')}
            </Button>
            <Button onClick={() => setDraft(undefined)}>{t('zones.cancel')}</Button>
          </>
        ) : (
          <>
            <Button onClick={() => setDraft([])}>{t('zones.draw')}</Button>
            <label className="upload">
              {t('zones.upload')}
              <input
                type="file"
                className="unseen"
                accept=".geojson,.json,application/geo+json"
                onChange={(event) => void upload(event)}
              />
            </label>
          </>
        )}
      </div>
      {draft ? <p className="quiet">{t('zones.drawing', { count: draft.length })}</p> : null}
      {faults.length > 0 ? (
        <div className="trouble" role="alert">
          <h2>{t('zones.refused')}</h2>
          <ul className="dotted">
            {faults.map((fault) => (
              <li key={JSON.stringify(fault)}>
                {where(fault, t)} {of(fault.problem)}
                {language === 'en' ? '. ' : '。'}
                {of(fault.remedy)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {error ? <Trouble error={error} /> : null}
      <ZonesMap
        place={place}
        zones={zones}
        draft={draft ?? []}
        onPoint={draft ? (point) => setDraft([...draft, [point[0], point[1]]]) : undefined}
      />
      {draft ? (
        <CornerTable label={of(name)} corners={draft} {...(start && { start })} onChange={setDraft} />
      ) : null}
      {zones.map((zone, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a zone has no other identity than its order
        <details key={i} className="zone-details">
          <summary>
            {i + 1}. {of(zone.name)}
          </summary>
          <div className="row">
            <Input
              aria-label={t('zones.nameZh')}
              value={zone.name.zh}
              onChange={({ target }) =>
                replace(i, { ...zone, name: { ...zone.name, zh: target.value || '–' } })
              }
            />
            <Input
              aria-label={t('zones.nameEn')}
              value={zone.name.en}
              onChange={({ target }) =>
                replace(i, { ...zone, name: { ...zone.name, en: target.value || '–' } })
              }
            />
            <Button danger onClick={() => onChange(zones.filter((_, at) => at !== i))}>
              {t('zones.remove')}
            </Button>
          </div>
          {zone.geometry?.coordinates.map((rings, part) =>
            rings.map((ring, at) => (
              <CornerTable
                // biome-ignore lint/suspicious/noArrayIndexKey: a ring has no other identity than its order
                key={`${part} ${at}`}
                label={t('zones.ring', { zone: of(zone.name), part: part + 1, ring: at + 1 })}
                corners={(ring as Position[]).slice(0, -1)}
                least={3}
                onChange={(corners) => {
                  const coordinates = structuredClone(zone.geometry?.coordinates ?? []) as Position[][][];
                  const rings = coordinates[part];
                  if (rings) rings[at] = [...corners, corners[0] as Position];
                  replace(i, { ...zone, geometry: { type: 'MultiPolygon', coordinates } });
                }}
              />
            )),
          )}
        </details>
      ))}
    </div>
  );
}

/** Feature, polygon, ring and point, as far as the fault names them. */
const where = (fault: ZoneFault, t: (key: string, values?: Record<string, number>) => string): string =>
  (['feature', 'polygon', 'ring', 'point'] as const)
    .flatMap((part) => {
      const at = fault[part];
      return at === undefined ? [] : [t(`zones.at.${part}`, { at })];
    })
    .join(' ');
