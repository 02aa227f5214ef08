import { currencies, type Names, type Pack } from '@tidu/reference';
import { unknownPlace } from '../query/answer.ts';
import type { Code, CodeList } from './dataflow.ts';
import type { Frequency } from './time-period.ts';

const list = (
  id: string,
  zh: string,
  en: string,
  codes: Readonly<Record<string, readonly [string, string]>>,
): CodeList => ({
  id,
  name: { zh, en },
  codes: Object.entries(codes).map(([code, [chinese, english]]) => ({
    id: code,
    name: { zh: chinese, en: english },
  })),
});

const frequencies = {
  A: ['年', 'Annual'],
  S: ['半年', 'Half-yearly'],
  Q: ['季', 'Quarterly'],
  M: ['月', 'Monthly'],
  _O: ['其他时段', 'Other'],
} as const satisfies Record<Frequency, readonly [string, string]>;

/** Lists that no pack changes. Statuses, frequencies and multipliers have the codes of SDMX's cross-domain lists. */
export const fixedLists = {
  frequency: list('CL_FREQ', '频度', 'Frequency', frequencies),
  flow: list('CL_FLOW', '流向', 'Flow of trade', {
    X: ['出口', 'Exports'],
    M: ['进口', 'Imports'],
    T: ['进出口', 'Exports and imports'],
  }),
  unitMultiplier: list('CL_UNIT_MULT', '单位乘数', 'Unit multiplier', { 0: ['个', 'Units'] }),
  status: list('CL_OBS_STATUS', '观测值状态', 'Observation status', {
    A: ['正常值', 'Normal value'],
    E: ['估算值', 'Estimated value'],
    O: ['缺失值', 'Missing value'],
    Q: ['缺失值：已隐去', 'Missing value; suppressed'],
  }),
  confidentiality: list('CL_CONF_STATUS', '保密状态', 'Confidentiality status', {
    F: ['可公布', 'Free for publication'],
    C: ['保密', 'Confidential statistical information'],
    D: ['连带保密', 'Secondary confidentiality, not for publication'],
  }),
  currency: list(
    'CL_CURRENCY',
    '币种',
    'Currency',
    Object.fromEntries(
      currencies.map((code) => [
        code,
        code === 'CNY' ? ['人民币元', 'Yuan renminbi'] : ['美元', 'US dollar'],
      ]),
    ),
  ),
} as const;

/** Codes that the data hold, which a pack may not know all of. */
export type HeldCodes = Readonly<
  Partial<Record<'PLACE' | 'COMMODITY' | 'PARTNER' | 'MODE', readonly string[]>>
>;

export type PackLists = Readonly<Record<'PLACE' | 'COMMODITY' | 'PARTNER' | 'MODE', CodeList>>;

/** The lists that come from a pack, with what the data hold beside it: such codes are their own names. */
export function packLists(pack: Pack, held: HeldCodes): PackLists {
  type Named = {
    readonly code: string;
    readonly parent?: string | undefined;
    readonly name: { zh?: string | undefined; en: string };
  };
  const from = (
    id: string,
    name: Names,
    records: readonly Named[],
    also: readonly string[] = [],
  ): CodeList => {
    const known = new Set(records.map(({ code }) => code));
    const codes: Code[] = records.map(({ code, parent, name: { zh, en } }) => ({
      id: code,
      ...(parent !== undefined && known.has(parent) && { parent }),
      name: { zh: zh ?? en, en },
    }));
    const unnamed = [...new Set(also)].filter((code) => !known.has(code)).sort();
    return {
      id,
      name,
      codes: [...codes, ...unnamed.map((code) => ({ id: code, name: { zh: code, en: code } }))],
    };
  };
  const places = pack.places.filter(({ level }) => level !== 'district');
  const unknown = { code: unknownPlace, name: { zh: '未列明', en: 'Not specified' } };
  return {
    PLACE: from('CL_PLACE', { zh: '地区', en: 'Place' }, [...places, unknown], held.PLACE),
    COMMODITY: from(
      'CL_COMMODITY',
      { zh: '商品（HS）', en: 'Commodity (HS)' },
      pack.commodities,
      held.COMMODITY,
    ),
    PARTNER: from('CL_PARTNER', { zh: '贸易伙伴', en: 'Trade partner' }, pack.partners, held.PARTNER),
    MODE: from('CL_MODE', { zh: '贸易方式', en: 'Trade mode' }, pack.tradeModes, held.MODE),
  };
}
