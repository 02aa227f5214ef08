import type { Figures, Measured, TradeQuestion } from '@tidu/programme';
import { type Pack, parsePeriod } from '@tidu/reference';
import { CannotAnswer, type Query } from '@tidu/trade';
import type { House } from './house.store.ts';

/** A question of the programme about the trade of one place, as the statistics are asked. */
export function tradeQueries({ places }: Pack): (question: TradeQuestion) => Query {
  const levelOf = new Map(places.map(({ code, level }) => [code, level]));
  return ({ place, flow, processing, chapters, period }) => {
    const level = levelOf.get(place);
    return {
      measure: 'value',
      by: [],
      where: {
        ...(level === 'province' && { province: [place] }),
        ...(level && level !== 'province' && level !== 'country' && { prefecture: [place] }),
        ...(processing && { processing: ['true'] }),
        ...(chapters && { chapter: chapters }),
      },
      flow,
      period: parsePeriod(period),
    };
  };
}

/**
 * The statistics as the programme asks them: what is published, whoever asks, because cases are read by
 * people who may not read declarations.
 */
export function figuresOf({ seenBy, pack }: Pick<House, 'seenBy' | 'pack'>): Figures {
  const queryOf = tradeQueries(pack);
  return {
    async trade(question): Promise<Measured> {
      const query = queryOf(question);
      try {
        const answer = await seenBy('public').aggregate(query);
        if (answer.rows.length === 0)
          return unknown('统计中没有该地区', 'the statistics have nothing of the place');
        if (answer.missingMonths.length > 0) {
          const months = answer.missingMonths.join(', ');
          return unknown(`统计缺少月份：${months}`, `months are missing from the statistics: ${months}`);
        }
        const valueCny = answer.rows.reduce((sum, { value }) => sum + Number(value), 0);
        const loads = answer.loads.map(({ id, file, sha256 }) => ({ id, file, sha256 }));
        return { known: true, valueCny, period: question.period, receipt: { query, loads } };
      } catch (error) {
        if (!(error instanceof CannotAnswer)) throw error;
        return unknown(
          inChinese[error.code] ?? `统计无法回答（${error.code}）`,
          `the statistics cannot tell: ${error.message}`,
        );
      }
    },
  };
}

/** The refusals that questions of the programme meet; what is loaded decides, so each says what to load. */
const inChinese: Readonly<Partial<Record<CannotAnswer['code'], string>>> = {
  'not-loaded': '这个时段的统计尚未载入',
  'no-shape': '已载入的统计不能同时区分这些项，可载入海关查询导出文件',
  'no-trade-mode': '已载入的统计不分贸易方式，可载入含“贸易方式”列的海关查询导出文件',
  'no-commodity': '已载入的统计不分商品，可载入含商品编码的海关查询导出文件',
  'no-place-level': '已载入的统计没有分到该级地区',
};

const unknown = (zh: string, en: string): Measured => ({ known: false, why: { zh, en } });
