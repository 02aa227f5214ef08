import { type Flow, type Period, parsePeriod } from '@tidu/reference';
import fc from 'fast-check';
import { type Dimension, dimensions, measures, type Query } from '../warehouse.ts';
import { detailed, nested, yearly } from './nation.ts';

const monthNo = (n: number) =>
  `${2023 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}` as Period['from'];

/** Stretches of the two years of the nation. */
export const stretch = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
  .map((ends) => ends.toSorted((a, b) => a - b))
  .map(([a = 0, b = 0]) => ({ from: monthNo(a), to: monthNo(b) }));

export const flow = fc.constantFrom<Flow>('export', 'import', 'total');

const values: Partial<Record<Dimension, readonly string[]>> = {
  month: ['2023-05', '2024-01'],
  year: ['2022', '2024'],
  region: ['west', 'central'],
  province: ['410000', '990000'],
  prefecture: ['410100', '500000'],
  zone: ['zone-henan'],
  chapter: ['85', '79'],
  commodity: ['8542', '99'],
  partner: ['502'],
  mode: ['14', '10'],
  processing: ['true'],
};
const kept = (names: readonly Dimension[]) =>
  fc
    .subarray([...names], { maxLength: 2 })
    .map((chosen) => Object.fromEntries(chosen.map((name) => [name, values[name]])));

/** Questions of any form, few of which have an answer. */
const anything: fc.Arbitrary<Query> = fc
  .record({
    measure: fc.constantFrom(...measures),
    by: fc.subarray([...dimensions], { maxLength: 3 }),
    where: fc
      .subarray(Object.keys(values) as Dimension[], { maxLength: 3 })
      .map((names) => Object.fromEntries(names.map((name) => [name, values[name]]))),
    flow,
    period: fc.oneof(stretch, fc.constantFrom(parsePeriod('2024-01'), parsePeriod('2022'))),
    shape: fc.option(fc.constantFrom(nested.id, detailed.id, yearly.id), { nil: undefined }),
    asKnownAt: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  })
  .map(({ shape, asKnownAt, ...rest }) => ({
    ...rest,
    ...(shape !== undefined && { shape }),
    ...(asKnownAt !== undefined && { asKnownAt }),
  }));

/** Questions to the detailed table and to the monthly one, nearly all of which have an answer. */
const answerable: fc.Arbitrary<Query> = fc.oneof(
  fc.record({
    measure: fc.constantFrom('value', 'value-as-printed'),
    by: fc.subarray<Dimension>(
      [
        'month',
        'region',
        'province',
        'prefecture',
        'chapter',
        'heading',
        'commodity',
        'partner',
        'mode',
        'processing',
      ],
      { maxLength: 3 },
    ),
    where: kept([
      'region',
      'province',
      'prefecture',
      'chapter',
      'commodity',
      'partner',
      'mode',
      'processing',
    ]),
    flow,
    period: fc.constant(parsePeriod('2024-01')),
    shape: fc.constant(detailed.id),
  }),
  fc.record({
    measure: fc.constantFrom('value', 'value-as-printed'),
    by: fc.subarray<Dimension>(['month', 'year', 'flow', 'region', 'province', 'prefecture'], {
      maxLength: 3,
    }),
    where: kept(['region', 'province', 'prefecture']),
    flow,
    period: stretch,
    shape: fc.constant(nested.id),
  }),
);

/** Questions of any form, about half of which have an answer. */
export const questions: fc.Arbitrary<Query> = fc.oneof(anything, answerable);
