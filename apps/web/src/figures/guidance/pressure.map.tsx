import { useQuery } from '@tanstack/react-query';
import { asks } from '../../api/asks.ts';
import { ChinaMap } from '../../maps/china.map.tsx';
import { colourOf, pressureRamp } from '../../maps/ramp.ts';
import { number } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { Legend } from '../legend.tsx';
import { Skeleton, Trouble } from '../state.tsx';
import type { PressureRow } from './pressure.table.tsx';

/** Pressure on the cities of the east, on the map, with the parks that could take up what they give up. */
export function PressureMap({ rows, what }: { rows: readonly PressureRow[]; what: string }) {
  const { t, of, language } = useWords();
  const prefectures = useQuery(asks.map('prefectures'));
  const provinces = useQuery(asks.map('provinces'));
  const inset = useQuery(asks.map('inset'));
  const parks = useQuery(asks.parks());
  const failed = prefectures.error ?? provinces.error;
  if (failed) return <Trouble error={failed} retry={() => void prefectures.refetch()} />;
  if (!prefectures.data || !provinces.data) return <Skeleton height={480} />;
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  const approval = prefectures.data.properties?.approvalNumber;
  const write = (value: number) => number(value, language, 1);
  const describe = (code: string, name: string) => {
    const row = byPlace.get(code);
    if (!row || row.pressure === null) return `${name}  ${t('leaving.notOnMap')}`;
    return `${of(row.names)}  ${t('leaving.pressure')} ${number(row.pressure, language, 2)}`;
  };
  return (
    <div className="canvas release-map">
      <ChinaMap
        prefectures={prefectures.data}
        provinces={provinces.data}
        inset={inset.data}
        level="prefecture"
        label={t('map.label', { what: `${t('leaving.pressure')} · ${what}` })}
        colour={(code) => colourOf(byPlace.get(code)?.pressure, pressureRamp)}
        describe={describe}
        marks={(parks.data?.parks ?? []).map(({ id, name, longitude, latitude }) => ({
          id,
          name: of(name),
          position: [longitude, latitude] as [number, number],
        }))}
      />
      <Legend
        ramp={pressureRamp}
        signed={false}
        what={t('leaving.pressure')}
        of={what}
        write={write}
        nothing={t('leaving.notOnMap')}
      />
      <p className="approval">{approval ? t('map.approval', { number: approval }) : t('map.noApproval')}</p>
    </div>
  );
}
