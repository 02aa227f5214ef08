import { join, resolve } from 'node:path';
import {
  benefits,
  coverage,
  difference,
  type FileFault,
  findings,
  misses,
  placesOf,
  readMeasures,
  reasons,
  ruleSet,
  subjectSchema,
  use,
} from '@tidu/policy';
import { readPack } from '@tidu/reference/pack';
import { Command } from 'commander';
import { exits, Refused } from '../errors.ts';
import { packRoot } from '../house.store.ts';
import { readJson } from '../json-file.file.ts';
import { population } from '../population.ts';
import { print, printJson } from '../terminal.file.ts';
import { columnsOfText } from '../text-table.ts';
import { tableCommand } from './policy-table.command.ts';

const examples = [
  'tidu policy check',
  'tidu policy test packs/cn/measures',
  'tidu policy explain west-encouraged-income-tax-15 subject.json',
  'tidu policy diff packs/cn/measures reformed/ --companies 10000',
  'tidu policy table out measures.xlsx',
];

/** Measures as text: needs no data folder, so that whoever drafts one can check it on their own machine. */
export function policyCommand(): Command {
  return new Command('policy')
    .description('check, test, explain and compare measures that are written as text')
    .addHelpText('after', `\nExamples:\n${examples.map((one) => `  ${one}`).join('\n')}`)
    .addCommand(check())
    .addCommand(test())
    .addCommand(explain())
    .addCommand(diff())
    .addCommand(tableCommand(ownMeasures));
}

const ownMeasures = join(packRoot, 'measures');
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

function read(folder: string) {
  try {
    return readMeasures(resolve(folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Refused('unreadable', `${folder} cannot be read`, 'name a folder with measures (.yaml)');
  }
}

const told = ({ file, line, column, path, message, expression, remedy }: FileFault) =>
  [
    `${file}:${line}:${column}: ${path && `${path}: `}${message}`,
    ...(expression ? [`    ${expression}`] : []),
    `    → ${remedy}`,
  ].join('\n');

/** @throws Refused when a file has a fault, naming all of them */
function sound(folder: string) {
  const { rules, faults } = read(folder);
  if (faults.length > 0) {
    throw new Refused('measure-fault', faults.map(told).join('\n'), 'mend what is named');
  }
  return rules;
}

function check(): Command {
  return new Command('check')
    .description('what is wrong with measures, and what somebody should look at')
    .argument('[folder]', 'folder of measures', ownMeasures)
    .option('--today <date>', 'as of this day', today())
    .option(
      '--companies <count>',
      'try them on so many made-up companies: budgets, and what nobody comes to',
      Number,
    )
    .option('--json', 'as JSON')
    .action((folder: string, options: { today: string; companies?: number; json?: boolean }) => {
      const { rules, faults, files } = read(folder);
      const pack = readPack(packRoot);
      const set = ruleSet(rules);
      const found = findings(set, {
        today: options.today,
        sources: new Set(pack.sources.map(({ id }) => id)),
        placeOf: placesOf(pack),
        ...(options.companies && { uses: use(set, population(pack, options.companies, options.today)) }),
      });
      const errors = found.filter(({ weight }) => weight === 'error').length;
      if (options.json) printJson({ faults, findings: found });
      else {
        for (const fault of faults) print(told(fault));
        for (const { code, weight, measure, path, message, expression, remedy } of found) {
          print(
            `${files.get(measure)?.file}:${files.get(measure)?.lineOf(path)}: ${path.join('.')}${path.length > 0 ? ': ' : ''}${message.en} [${weight}: ${code}]${expression ? `\n    ${expression}` : ''}\n    → ${remedy.en}`,
          );
        }
        print(
          `${rules.length} measures, ${faults.length} files with faults, ${errors} errors, ${found.length - errors} to look at`,
        );
      }
      if (faults.length > 0 || errors > 0) process.exitCode = exits.differs;
    });
}

function test(): Command {
  return new Command('test')
    .description('whether every measure comes out as its worked examples say, and how far they try it')
    .argument('[folder]', 'folder of measures', ownMeasures)
    .option('--json', 'as JSON')
    .action((folder: string, options: { json?: boolean }) => {
      const rules = sound(folder);
      const placeOf = placesOf(readPack(packRoot));
      const results = rules.map((rule) => ({
        measure: rule.measure.id,
        examples: rule.measure.examples.length,
        misses: misses(rule, placeOf),
        ...coverage(rule, placeOf),
      }));
      if (options.json) printJson(results);
      else {
        print(
          columnsOfText(
            [
              ['measure', 'examples', 'missed', 'ways taken'],
              ...results.map((one) => [
                one.measure,
                String(one.examples),
                String(one.misses.length),
                `${one.taken}/${one.ways}`,
              ]),
            ],
            [1, 2, 3],
          ),
        );
        for (const { measure, example, expected, came } of results.flatMap((one) => one.misses)) {
          print(
            `${measure}: example ${example + 1}: expected ${JSON.stringify(expected)}, came ${came.verdict} ${came.total ?? 'without an amount'}${came.open.length > 0 ? `; open: ${came.open.join(', ')}` : ''}`,
          );
        }
      }
      if (results.some((one) => one.misses.length > 0)) process.exitCode = exits.differs;
    });
}

function explain(): Command {
  return new Command('explain')
    .description('what a measure gives to a company, step by step')
    .argument('<measure>', 'its id')
    .argument('<subject>', 'JSON: date, place (code), company, project, yearly; see docs/use/measures.md')
    .option('--folder <folder>', 'folder of measures', ownMeasures)
    .option('--json', 'as JSON')
    .action(async (id: string, file: string, options: { folder: string; json?: boolean }) => {
      const set = ruleSet(sound(options.folder));
      const rule = set.rules.get(id);
      if (!rule) throw new Refused('not-found', `there is no measure ${id}`, 'tidu policy test lists them');
      const given = subjectSchema.safeParse(await readJson(file, 'the subject as JSON'));
      if (!given.success) {
        const [issue] = given.error.issues;
        throw new Refused(
          'bad-input',
          `${file}: ${issue?.path.join('.')}: ${issue?.message}`,
          'see docs/use/measures.md',
        );
      }
      const placeOf = placesOf(readPack(packRoot));
      const subject = { ...given.data, place: { ...placeOf(given.data.place), ...given.data.there } };
      const outcome = benefits(set, subject).outcomes.find(({ measure }) => measure === id) ?? {
        measure: id,
        verdict: 'not-in-force' as const,
        year: 1,
        steps: [],
        open: [],
      };
      const steps = reasons(rule, subject, outcome);
      if (options.json) return printJson({ ...outcome, reasons: steps });
      print(`${rule.measure.title.zh} · ${rule.measure.title.en}: ${outcome.verdict}`);
      if (outcome.total !== undefined) print(`CNY ${outcome.total} in all: ${outcome.years?.join(', ')}`);
      if (outcome.by) print(`excluded by ${outcome.by}, which gives more`);
      for (const { part, says, clause, expression, figures, said } of steps) {
        print(`  ${part}: ${says?.en ?? ''}${clause ? ` (${clause.en})` : ''} → ${said ?? 'not known'}`);
        print(
          `      ${expression}    ${figures.map(({ path, value }) => `${path} = ${value ?? '?'}`).join(', ')}`,
        );
      }
      if (outcome.open.length > 0) print(`open: ${outcome.open.join(', ')}`);
    });
}

function diff(): Command {
  return new Command('diff')
    .description(
      'who gains and who loses when one folder of measures takes the place of another, on made-up companies',
    )
    .argument('<before>', 'folder of measures')
    .argument('<after>', 'folder of measures')
    .option('--companies <count>', 'so many made-up companies', Number, 2000)
    .option('--date <date>', 'they begin on this day', today())
    .option('--json', 'as JSON')
    .action((before: string, after: string, options: { companies: number; date: string; json?: boolean }) => {
      const old = sound(before);
      // What stands in both with the same text is one rule, and is asked once.
      const kept = new Map(old.map((rule) => [JSON.stringify(rule.measure), rule]));
      const now = sound(after).map((rule) => kept.get(JSON.stringify(rule.measure)) ?? rule);
      const found = difference(
        ruleSet(old),
        ruleSet(now),
        population(readPack(packRoot), options.companies, options.date),
      );
      if (options.json) return printJson({ population: '合成 synthetic', ...found });
      print(`${found.companies} made-up companies (合成): ${found.gain} gain, ${found.lose} lose`);
      print(`over ten years: CNY ${found.before} before, ${found.after} after`);
      print(`more by year: ${found.years.join(', ')}`);
      if (found.byMeasure.length === 0) return;
      print(
        columnsOfText(
          [
            ['measure', 'before', 'after', 'newly', 'no longer'],
            ...found.byMeasure.map((one) => [
              one.measure,
              String(one.before),
              String(one.after),
              String(one.newly),
              String(one.noLonger),
            ]),
          ],
          [1, 2, 3, 4],
        ),
      );
    });
}
