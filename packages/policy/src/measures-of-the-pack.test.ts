import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPack } from '@tidu/reference/pack';
import { describe, expect, it } from 'vitest';
import { misses } from './examples.ts';
import { readMeasures } from './measure.file.ts';
import { placesOf } from './place-facts.ts';

const root = fileURLToPath(new URL('../../../packs/cn', import.meta.url));

describe('the measures of the pack', () => {
  const pack = readPack(root);
  const placeOf = placesOf(pack);
  const folder = `${root}/measures`;
  const { rules, faults, files } = existsSync(folder)
    ? readMeasures(folder)
    : { rules: [], faults: [], files: new Map() };

  it('have no fault', () => {
    expect(faults.map(({ file, line, path, message }) => `${file}:${line} ${path} ${message}`)).toEqual([]);
  });

  it('come out as their examples say', () => {
    const wrong = rules.flatMap((rule) =>
      misses(rule, placeOf).map(
        ({ example, expected, came }) =>
          `${files.get(rule.measure.id)?.file} example ${example + 1}: ${JSON.stringify(expected)}, came ${came.verdict} ${came.total ?? '–'} ${came.open}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('have each a source, and two examples, of which one is given', () => {
    const sources = new Set(pack.sources.map(({ id }) => id));
    expect(
      rules.filter(({ measure }) => !sources.has(measure.source)).map(({ measure }) => measure.id),
    ).toEqual([]);
    expect(
      rules
        .filter(
          ({ measure: { examples } }) =>
            examples.length < 2 || !examples.some(({ expect: { verdict } }) => verdict === 'given'),
        )
        .map(({ measure }) => measure.id),
    ).toEqual([]);
  });

  it('hold in places that the pack knows, and name rivals that there are', () => {
    const places = new Set(pack.places.map(({ code }) => code));
    const ids = new Set(rules.map(({ measure }) => measure.id));
    for (const { measure } of rules) {
      expect(measure.holds.in.filter((code) => !places.has(code))).toEqual([]);
      expect(measure.excludes.filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});
