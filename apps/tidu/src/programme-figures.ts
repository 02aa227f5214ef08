import type { Figures, Measured, TradeQuestion } from '@tidu/programme';
import { parsePeriod } from '@tidu/reference';
import { CannotAnswer, type Query } from '@tidu/trade';
import type { House } from './house.store.ts';

/**
 * The statistics as the programme asks them: what is published, whoever asks, because cases are read by
 * people who may not read declarations.
 */
export function figuresOf({ seenBy, pack }: Pick<House, 'seenBy' | 'pack'>): Figures {
  const levelOf = new Map(pack.places.map(({ code, level }) => [code, level]));
  const queryOf = ({ place, flow, processing, chapters, period }: TradeQuestion): Query => {
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
        return unknown(`统计无法回答：${error.message}`, `the statistics cannot tell: ${error.message}`);
      }
    },
  };
}

const unknown = (zh: string, en: string): Measured => ({ known: false, why: { zh, en } });
