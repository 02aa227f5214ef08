import { useMemo } from 'react';
import type { Geometry, Position } from '../api/types.ts';
import { useWords } from '../words/words.ts';
import { pathOf, sheet } from './projection.ts';

const frame: Position[] = [
  [105.5, 2.5],
  [123.5, 24],
];
const page = sheet(100, frame, true);

/** The South China Sea with its islands and the dashed line, drawn apart as official maps do. */
export function Inset({
  layer,
  provinces,
  colour,
}: {
  layer: Geometry;
  provinces: Geometry;
  colour: (code: string) => string;
}) {
  const { t, language } = useWords();
  const coast = useMemo(
    () =>
      provinces.features
        .filter(({ properties }) => southern.has(properties.code ?? ''))
        .map((feature) => ({ code: feature.properties.code ?? '', d: pathOf(feature, page) })),
    [provinces],
  );
  const dashes = useMemo(
    () => layer.features.filter((f) => f.properties.inset).map((f) => pathOf(f, page)),
    [layer],
  );
  return (
    <figure className="inset">
      <svg viewBox={`0 0 100 ${page.height}`} role="img" aria-label={t('map.inset')}>
        {coast.map(({ code, d }) => (
          <path key={code} className="coast" d={d} fill={colour(code)} />
        ))}
        {dashes.map((d) => (
          <path key={d} className="dash" d={d} />
        ))}
        {layer.features.map(({ properties, geometry }) => {
          if (geometry.type !== 'Point') return null;
          const [x, y] = page.at(geometry.coordinates);
          return (
            <circle key={properties.name} className="island" cx={x} cy={y} r="1.3">
              <title>{language === 'en' ? properties.nameEn : properties.name}</title>
            </circle>
          );
        })}
      </svg>
      <figcaption>{t('map.inset')}</figcaption>
    </figure>
  );
}

/** Guangxi, Guangdong, Hainan, Fujian, Taiwan, Yunnan, Hong Kong, Macao: what the frame touches. */
const southern = new Set(['440000', '450000', '460000', '350000', '710000', '530000', '810000', '820000']);
