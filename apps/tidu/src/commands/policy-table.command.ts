import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  type Measure,
  measuresOfSheets,
  readMeasure,
  readMeasures,
  sheetsOf,
  sheetsOfWorkbook,
  workbookOf,
} from '@tidu/policy';
import { Command } from 'commander';
import { Refused } from '../errors.ts';
import { print } from '../terminal.file.ts';

/** Measures as a workbook for people who edit tables, and back into texts. */
export function tableCommand(ownMeasures: string): Command {
  const out = new Command('out')
    .description('write measures as a workbook: measures, parameters, conditions, amounts, examples')
    .argument('<workbook>', 'the XLSX file to write')
    .argument('[folder]', 'folder of measures', ownMeasures)
    .action(async (file: string, folder: string) => {
      const { rules, faults } = readMeasures(resolve(folder));
      if (faults.length > 0) {
        const told = faults.map(({ file: name, line, message }) => `${name}:${line}: ${message}`).join('\n');
        throw new Refused('measure-fault', told, 'tidu policy check says how to mend them');
      }
      writeFileSync(file, await workbookOf(sheetsOf(rules.map(({ measure }) => measure))));
      print(`${rules.length} measures in ${file}`);
    });
  const into = new Command('in')
    .description('write the measures of a workbook as texts; one that says what its file says stays as it is')
    .argument('<workbook>', 'the XLSX file')
    .argument('<folder>', 'folder of measures')
    .action(async (file: string, folder: string) => {
      const { measures, faults } = measuresOfSheets(
        await sheetsOfWorkbook(read(file)).catch(unreadable(file)),
      );
      if (faults.length > 0) {
        const told = faults.map(
          ({ sheet, row, column, message, remedy }) =>
            `${file}: ${sheet}, row ${row}${column && `, ${column}`}: ${message.en}\n    → ${remedy.en}`,
        );
        throw new Refused(
          'measure-fault',
          told.join('\n'),
          'mend the cells that are named; nothing was written',
        );
      }
      mkdirSync(resolve(folder), { recursive: true });
      const { rules, files } = readMeasures(resolve(folder));
      const kept = new Map(rules.map(({ measure }) => [measure.id, measure]));
      let written = 0;
      for (const { id, text } of measures) {
        const measure = readMeasure(`${id}.yaml`, text).rule?.measure as Measure;
        if (isDeepStrictEqual(measure, kept.get(id))) continue;
        const at = join(resolve(folder), files.get(id)?.file ?? join(folderOf(measure), `${id}.yaml`));
        mkdirSync(dirname(at), { recursive: true });
        writeFileSync(at, text);
        print(at);
        written++;
      }
      print(`${measures.length} measures, ${written} written, ${measures.length - written} as they were`);
    });
  return new Command('table')
    .description('measures as a workbook, and back')
    .addCommand(out)
    .addCommand(into);
}

/** Measures lie by the place that gives; those of several provinces with the country's. */
const folderOf = ({ holds }: Measure): string => {
  const [only, ...more] = holds.in;
  return only === undefined || only === '100000' || more.length > 0 ? 'national' : only;
};

const unreadable = (file: string) => (): never => {
  throw new Refused('unreadable', `${file} is no workbook`, 'save it as XLSX');
};

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Refused('unreadable', `${file} cannot be read`, 'name an XLSX file');
  }
}
