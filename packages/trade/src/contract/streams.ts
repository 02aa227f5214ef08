import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CannotAnswer } from '../query/cannot-answer.ts';
import { rowsOf, streamOf } from '../stream-of.ts';
import type { Dimension, Query, StreamedAnswer } from '../warehouse.ts';
import { questions } from './questions.ts';
import { ask, type Stage } from './stage.ts';

type Record_ = Record<string, string | number | null>;

/** All rows of a stream, and everything else that it says. */
async function read(
  answer: StreamedAnswer,
): Promise<Omit<StreamedAnswer, 'batches' | 'close'> & { rows: Record_[] }> {
  const rows: Record_[] = [];
  for await (const batch of answer.batches) rows.push(...rowsOf(answer, batch));
  const { batches: _, close: __, ...rest } = answer;
  return { ...rest, rows };
}

export function streamsContract(stage: Stage): void {
  describe('a stream', () => {
    const stream = async (query: Query, across?: Dimension) =>
      read(await stage.warehouse.stream(query, across === undefined ? {} : { across }));
    const reasonOf = (error: unknown) => {
      if (error instanceof CannotAnswer) return error.code;
      throw error;
    };

    it('gives what the answer gives, and knows beforehand how many rows, whatever the question', async () => {
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(questions, async (query) => {
          const whole = await stage.warehouse.aggregate(query).catch(reasonOf);
          const streamed = await stream(query).catch(reasonOf);
          if (typeof whole === 'string') {
            expect(streamed).toBe(whole);
            return;
          }
          if (typeof streamed === 'string') throw new Error(`the stream is refused: ${streamed}`);
          expect(streamed.rows).toEqual(whole.rows);
          expect(streamed).toMatchObject({ ...whole, count: whole.rows.length });
          answered += 1;
        }),
        stage.runs(150),
      );
      expect(answered).toBeGreaterThan(0);
    });

    it('lays a dimension out as columns, whatever the question', async () => {
      let answered = 0;
      const laid = questions.filter(({ by }) => by.length > 0);
      await fc.assert(
        fc.asyncProperty(laid, fc.nat(), async (query, n) => {
          const across = query.by[n % query.by.length] as Dimension;
          const rowsFirst = { ...query, by: [...query.by.filter((name) => name !== across), across] };
          const whole = await stage.warehouse.aggregate(rowsFirst).catch(reasonOf);
          const streamed = await stream(query, across).catch(reasonOf);
          if (typeof whole === 'string') {
            expect(streamed).toBe(whole);
            return;
          }
          const expected = await read(streamOf(whole, across));
          const { query: _, sql: __, ...told } = expected;
          expect(streamed).toMatchObject(told);
          answered += 1;
        }),
        stage.runs(150),
      );
      expect(answered).toBeGreaterThan(0);
    });

    it('refuses to lay out what is not broken down by', async () => {
      await expect(stream(ask('2024', { by: ['region'] }), 'month')).rejects.toMatchObject({
        code: 'not-understood',
      });
    });

    it('can be left before its end, or before its beginning', async () => {
      const first = await stage.warehouse.stream(ask('2024', { by: ['month', 'province'] }));
      for await (const { size } of first.batches) {
        expect(size).toBeGreaterThan(0);
        break;
      }
      await first.close();
      await (await stage.warehouse.stream(ask('2024'))).close();
      const stopped = stage.warehouse.stream(ask('2024'), { signal: AbortSignal.abort(new Error('gone')) });
      await expect(stopped).rejects.toThrow('gone');
    });
  });
}
