import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bound, compiler } from './expression.ts';
import { ExpressionFault } from './expression-fault.ts';

const compile = compiler(['rate']);
const bindings = {
  company: bound('company', { highTech: true }),
  project: bound('project', { jobs: 200, investmentCny: 1e8, hs: ['847130', '8517'], industry: '39' }),
  yearly: bound('yearly', { year: 1 }),
  place: bound('place', { code: '510100', region: 'west' }),
  p: bound('p', { rate: 0.15 }),
};
const value = (text: string, type: 'bool' | 'number') => compile(text, type).value(bindings);
const faultOf = (text: string, type: 'bool' | 'number' = 'bool') => {
  try {
    compile(text, type);
  } catch (error) {
    if (error instanceof ExpressionFault) return error;
    throw error;
  }
  throw new Error(`compiles: ${text}`);
};

describe('an expression', () => {
  it('counts with ints and doubles alike', () => {
    expect(value('project.investmentCny * p.rate', 'number')).toBe(1.5e7);
    expect(value('project.jobs * 1000 + 5', 'number')).toBe(200_005);
    expect(value('min(project.jobs, 100) - max(1, 2.5)', 'number')).toBe(97.5);
    expect(value('project.jobs >= 200 && place.region in ["west", "northeast"]', 'bool')).toBe(true);
    expect(value('project.hs.exists(one, one.startsWith("8471"))', 'bool')).toBe(true);
  });

  it('is open where a field is open that it rests on, and only there', () => {
    expect(value('project.landM2 > 1', 'bool')).toBeUndefined();
    expect(value('project.landM2 > 1 || project.jobs > 1', 'bool')).toBe(true);
    expect(value('project.jobs > 1 || project.landM2 > 1', 'bool')).toBe(true);
    expect(value('project.landM2 > 1 && project.jobs > 1000', 'bool')).toBe(false);
    expect(value('project.landM2 > 1 && project.jobs > 1', 'bool')).toBeUndefined();
    expect(compile('project.landM2 > 1 && company.highTech', 'bool').open(bindings)).toEqual([
      'project.landM2',
    ]);
  });

  it('has no value where it divides by nothing', () => {
    expect(value('project.investmentCny / (project.jobs - 200)', 'number')).toBeUndefined();
  });

  it('is refused with its place and a remedy', () => {
    expect(faultOf('project.job > 1')).toMatchObject({
      at: 8,
      remedy: expect.stringContaining('project.jobs'),
    });
    expect(faultOf('project.jobs >')).toMatchObject({ code: 'expression-fault' });
    expect(faultOf('project.jobs').message).toContain('yes or no');
    expect(faultOf('project.jobs > 1', 'number').message).toContain('a number');
    expect(faultOf('project.industry + 1.0', 'number').message).toMatch(/string/);
    expect(faultOf('project.jobs * 1 / 2 + 1 / 2', 'number').message).toContain('loses its rest');
    expect(faultOf('p.other > 1.0').remedy).toBeTruthy();
  });
});

describe('a hostile expression', () => {
  it.each([
    ['regular expressions', 'project.industry.matches("(a+)+$")'],
    ['deep nesting', `${'('.repeat(200)}true${')'.repeat(200)}`],
    ['a long chain', Array.from({ length: 600 }, () => 'company.highTech').join(' && ')],
    ['a huge list', `project.industry in [${Array.from({ length: 5000 }, (_, i) => `"${i}"`).join(',')}]`],
    ['a walk inside of a walk', 'project.hs.all(a, project.hs.all(b, a == b))'],
    ['a list that grows', 'project.hs.map(a, a + a).exists(b, b == "x")'],
    ['maps', '{"a": true}["a"]'],
    ['nested lists', '[[1], [2]].exists(a, true)'],
    ['conversion', 'string(project.jobs) == "1"'],
    ['time', 'timestamp("2024-01-01T00:00:00Z") > timestamp("2023-01-01T00:00:00Z")'],
    ['bytes', 'b"abc" == b"abc"'],
    ['another variable', 'process.env == "x"'],
    ['the prototype', 'project.constructor == "x"'],
    ['an index', 'project.hs[0] == "8471"'],
    ['a binding', 'cel.bind(a, project.jobs, a > 1.0)'],
  ])('is refused: %s', (_, text) => {
    expect(faultOf(text)).toBeInstanceOf(ExpressionFault);
  });

  it('never does anything but compile or be refused, and its value always comes (fuzz)', () => {
    const word = fc.constantFrom(
      ...'project.jobs project.hs company.highTech p.rate 1 2.5 "84" ( ) [ ] && || ! ? : == < >= + - * / in . , exists startsWith min max x true'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom('bool', 'number'), (words, type) => {
        let expression: ReturnType<typeof compile>;
        try {
          expression = compile(words.join(' '), type as 'bool');
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionFault);
          return;
        }
        expect(['boolean', 'number', 'undefined']).toContain(typeof expression.value(bindings));
      }),
      { numRuns: 3000 },
    );
  });
});
