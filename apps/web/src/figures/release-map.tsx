import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { ChinaMap } from '../maps/china.map.tsx';
import { colourOf, growthRamp, quotientRamp, type Ramp, shareRamp } from '../maps/ramp.ts';
import type { ShownAs } from '../url-state.ts';
import { useWords } from '../words/words.ts';
import { Legend } from './legend.tsx';
import { Skeleton, Trouble } from './state.tsx';

interface Code {
  code: string;
  name: { zh: string; en: string };
}
interface Cell {
  value: number | null;
  suppressed?: 'primary' | 'secondary' | undefined;
}

interface Props {
  title: string;
  show: Exclude<ShownAs, 'value'>;
  places: readonly Code[];
  goods: readonly Code[];
  cell: (place: string, goods: string) => Cell | undefined;
  write: (value: number | null | undefined) => string;
}

const ramps: Readonly<Record<Props['show'], Ramp>> = {
  share: shareRamp,
  growth: growthRamp,
  'growth-on-year': growthRamp,
  lq: quotientRamp,
};

/** What is derived from a release, on the map: places that are suppressed are not shaded, and say why. */
export function ReleaseMap({ title, show, places, goods, cell, write }: Props) {
  const { t, of } = useWords();
  const [chosen, setChosen] = useState(goods[0]?.code ?? '');
  const prefectures = useQuery(asks.map('prefectures'));
  const provinces = useQuery(asks.map('provinces'));
  const inset = useQuery(asks.map('inset'));
  const failed = prefectures.error ?? provinces.error;
  if (failed) return <Trouble error={failed} retry={() => void prefectures.refetch()} />;
  if (!prefectures.data || !provinces.data) return <Skeleton height={480} />;
  const names = new Map(places.map(({ code, name }) => [code, of(name)]));
  const level = places.some(({ code }) => /^\d{4}[1-9]0$|^\d{3}[1-9]00$/.test(code))
    ? 'prefecture'
    : 'province';
  const describe = (code: string): string => {
    const told = cell(code, chosen);
    if (told?.suppressed) return t(told.suppressed === 'primary' ? 'release.hidden' : 'release.hiddenFor');
    return told ? write(told.value) : t('derived.absent');
  };
  const what = t(`derived.${show}`);
  const good = goods.find(({ code }) => code === chosen);
  const number = prefectures.data.properties?.approvalNumber;
  return (
    <>
      {goods.length > 1 ? (
        <Select
          aria-label={t('release.commodity')}
          className="map-goods"
          value={chosen}
          onChange={setChosen}
          options={goods.map(({ code, name }) => ({
            value: code,
            label: /^\d/.test(code) ? `${code} ${of(name)}` : of(name),
          }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      ) : null}
      <div className="canvas release-map">
        <ChinaMap
          prefectures={prefectures.data}
          provinces={provinces.data}
          inset={inset.data}
          level={level}
          label={t('map.label', { what: `${title} · ${what}` })}
          colour={(code) => colourOf(cell(code, chosen)?.value, ramps[show])}
          describe={(code, name) => `${names.get(code) ?? name}  ${describe(code)}`}
          marks={[]}
        />
        <Legend
          ramp={ramps[show]}
          signed={show !== 'share'}
          what={what}
          of={good ? of(good.name) : ''}
          nothing={t('derived.unshaded')}
          {...(show === 'lq' && { write })}
        />
        <p className="approval">{number ? t('map.approval', { number }) : t('map.noApproval')}</p>
      </div>
    </>
  );
}
