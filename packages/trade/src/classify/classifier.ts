import { hsCode, type Pack, type Place } from '@tidu/reference';

/** A code of the pack, or why there is none. */
export type Classified = { readonly code: string } | { readonly reason: string };

/** Codes and names as customs files print them → nouns of the pack. Pure; remembers nothing of a file. */
export interface Classifier {
  /** @param date ISO, within the period that the row is about: names are valid for a time */
  placeByName(name: string, date: string, inside?: string): Classified;
  placeByCode(code: string, name?: string): Classified;
  partner(code: string, name?: string): Classified;
  mode(code: string, name?: string): Classified;
  commodity(code: string): Classified;
  supervision(code: string): Classified;
  company(code: string): Classified;
  /** The statistics mode that a supervision mode is counted under; none where goods do not cross the border. */
  modeOf(supervision: string): string | undefined;
  levelOf(place: string): Place['level'] | undefined;
  parentOf(place: string): string | undefined;
}

const bare = (text: string): string => text.replace(/[\s\u00a0\u3000]/g, '');
const withoutNote = (name: string): string => bare(name).replace(/[(（][^)）]*[)）]$/, '');

/** Labels of trade modes that the published tables print otherwise than the code list. */
const modeLabels: Readonly<Record<string, string>> = {
  来料加工装配贸易: '14',
  来料加工贸易: '14',
  进料加工贸易: '15',
  寄售代销贸易: '16',
  '寄售、代销贸易': '16',
  国家间国际组织无偿援助和赠送的物资: '11',
  国家间国际组织间无偿援助和赠送的物资: '11',
  其他捐赠物资: '12',
  补偿贸易: '13',
  边境小额贸易: '19',
  加工贸易进口设备: '20',
  对外承包工程出口货物: '22',
  租赁贸易: '23',
  外商投资企业作为投资进口的设备物品: '25',
  出料加工贸易: '27',
  易货贸易: '30',
  免税外汇商品: '31',
  免税品: '41',
  保税监管场所进出境货物: '33',
  海关保税监管场所进出境货物: '33',
  海关特殊监管区域物流货物: '34',
  特殊监管区域进口设备: '35',
  海关特殊监管区域进口设备: '35',
  其他贸易: '39',
  其他: '39',
};
/** How UN Comtrade names a partner that it has no three letters of ISO 3166 for. */
const comtradeNames: Readonly<Record<string, string>> = { S19: 'TWN' };
const modeKey = (name: string): string => bare(name).replace(/[、，,]/g, '');

export function classifierOf(pack: Pack): Classifier {
  const places = new Map(pack.places.map((place) => [place.code, place]));
  const names = new Map<string, { code: string; from: string; to: string; alias: boolean }[]>();
  const name = (text: string, code: string, from = '', to = '9', alias = false) => {
    const key = bare(text);
    names.set(key, [...(names.get(key) ?? []), { code, from, to, alias }]);
  };
  for (const place of pack.places) {
    if (place.level === 'district') continue;
    name(place.name.zh, place.code, place.validFrom, place.validTo);
  }
  for (const alias of pack.aliases) name(alias.name, alias.code, alias.validFrom, alias.validTo, true);
  const cityOfPrefix = districtPrefixes(pack.places);

  const partners = new Map(pack.partners.map(({ code }) => [code, code]));
  const partnersByIso = new Map(
    pack.partners.flatMap(({ code, iso3 }) => (iso3 ? [[iso3, code] as const] : [])),
  );
  const partnerNames = new Map(pack.partners.map(({ code, name }) => [withoutNote(name.zh), code]));
  const modes = new Set(pack.tradeModes.map(({ code }) => code));
  const modeNames = new Map([
    ...Object.entries(modeLabels).map(([label, code]) => [modeKey(label), code] as const),
    ...pack.tradeModes.map((mode) => [modeKey(mode.name.zh), mode.code] as const),
  ]);
  const supervision = new Map(pack.supervisionModes.map((mode) => [mode.code, mode]));
  const chapters = new Set(
    pack.commodities.filter(({ code }) => /^\d{2}$/.test(code)).map(({ code }) => code),
  );

  const liesIn = (code: string, ancestor: string): boolean => {
    for (let at: string | undefined = code, steps = 0; at !== undefined && steps < 8; steps++) {
      if (at === ancestor) return true;
      at = places.get(at)?.parent;
    }
    return false;
  };

  const placeByName: Classifier['placeByName'] = (text, date, inside) => {
    const known = names.get(bare(text)) ?? [];
    if (known.length === 0) return { reason: `the pack knows no place or alias of this name` };
    const then = known.filter(({ from, to }) => from <= date && date <= to);
    const within = inside === undefined ? then : then.filter(({ code }) => liesIn(code, inside));
    const codes = [...new Set((within.length > 0 ? within : then).map(({ code }) => code))];
    // one that has no date of its own gives way to one whose dates say that it is the one meant
    const [code] = codes;
    if (code === undefined) return { reason: `the pack knows this name, but not at ${date.slice(0, 7)}` };
    if (codes.length > 1)
      return { reason: `this name means several places at that date: ${codes.join(', ')}` };
    return { code };
  };

  return {
    placeByName,
    placeByCode(code, printed) {
      const text = bare(code).toUpperCase();
      if (text === '') return { reason: 'no registration place is given' };
      const padded = /^\d{2}$/.test(text) ? `${text}0000` : text;
      if (places.has(padded)) return { code: padded };
      const city = /^\d{4}$/.test(text) ? cityOfPrefix.get(text) : undefined;
      if (city !== undefined) return { code: city };
      const beside = printed ? ` (${printed})` : '';
      return { reason: `no province and no customs place of the pack has this code${beside}` };
    },
    partner(code, printed = '') {
      const text = bare(code);
      if (partners.has(text)) return { code: text };
      const named = partnersByIso.get(comtradeNames[text] ?? text) ?? partnerNames.get(withoutNote(printed));
      if (named !== undefined) return { code: named };
      // the customs add and re-assign codes; one that comes with a name is taken as they print it
      if (/^(\d{3}|[A-Z\d_]{2,4})$/.test(text) && printed !== '') return { code: text };
      return {
        reason: /^\d{3}$/.test(text)
          ? 'no trade partner of the pack has this code, and no name stands beside it'
          : 'a trade partner is three digits',
      };
    },
    mode(code, printed = '') {
      const text = bare(code);
      if (modes.has(text) || /^C(0[1-9]|1[0-5]|20)$/.test(text)) return { code: text };
      const declared = supervision.get(text);
      if (declared?.tradeMode !== undefined) return { code: declared.tradeMode };
      if (declared !== undefined) {
        return { reason: `supervision mode ${declared.name} is not counted under any statistics mode` };
      }
      const named = modeNames.get(modeKey(text === '' ? printed : text)) ?? modeNames.get(modeKey(printed));
      if (named !== undefined) return { code: named };
      return { reason: 'no trade mode of the pack has this code or name' };
    },
    commodity(code) {
      const hs = hsCode(bare(code));
      if (hs === undefined) return { reason: 'an HS code is 2 to 10 digits' };
      const chapter = hs.slice(0, 2);
      if (chapters.size > 0 && !chapters.has(chapter) && !/^9[89]$/.test(chapter)) {
        return { reason: `there is no HS chapter ${chapter}` };
      }
      return { code: hs };
    },
    supervision(code) {
      const text = bare(code).padStart(4, '0');
      return supervision.has(text) ? { code: text } : { reason: 'the pack has no such supervision mode' };
    },
    company(code) {
      const text = bare(code).toUpperCase();
      return /^[\p{L}\d]{4,20}$/u.test(text) ? { code: text } : { reason: 'this is no code of a company' };
    },
    modeOf: (code) => supervision.get(code)?.tradeMode,
    levelOf: (place) => places.get(place)?.level,
    parentOf: (place) => places.get(place)?.parent,
  };
}

/**
 * Four digits of a customs place are its city where all districts that begin so lie in one.
 * The prefix is the customs' own and not that of GB/T 2260, so it is looked up, never cut out.
 */
function districtPrefixes(places: readonly Place[]): Map<string, string> {
  const parents = new Map<string, Set<string>>();
  for (const { code, level, parent } of places) {
    if (level !== 'district' || parent === undefined) continue;
    const prefix = code.slice(0, 4);
    parents.set(prefix, (parents.get(prefix) ?? new Set()).add(parent));
  }
  return new Map(
    [...parents].flatMap(([prefix, found]) => {
      const [only] = found;
      return found.size === 1 && only !== undefined ? [[prefix, only] as const] : [];
    }),
  );
}
