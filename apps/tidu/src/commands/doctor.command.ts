import { readPack } from '@tidu/reference/pack';
import { openStore, warehouseOver } from '@tidu/trade';
import type { Command } from 'commander';
import { type Finding, findingsOf, storeAt } from '../data-folder.file.ts';
import { exits, explain } from '../errors.ts';
import { clusterOfFacts, dataFolder, packRoot } from '../house.store.ts';
import { commandOn, print, printJson } from '../terminal.file.ts';

export function doctorCommand(): Command {
  return commandOn('doctor', 'examine the data folder, the pack and the statistics', [
    'tidu doctor',
    'tidu doctor --data /srv/tidu --json',
  ])
    .option('--json', 'the findings as JSON')
    .action(async ({ data, json }: { data?: string; json?: boolean }) => {
      const folder = dataFolder(data);
      const findings = [...findingsOf(folder), pack(), ...(await statistics(folder))];
      const sound = findings.every((finding) => finding.sound);
      if (json) printJson({ folder, sound, findings });
      else {
        const lines = findings.map(
          (finding) =>
            `${finding.sound ? 'sound ' : 'BROKEN'}  ${finding.what}: ${finding.says}${finding.remedy ? `; ${finding.remedy}` : ''}`,
        );
        print([folder, ...lines].join('\n'));
      }
      if (!sound) process.exitCode = exits.unsound;
    });
}

function pack(): Finding {
  try {
    const { id, edition } = readPack(packRoot);
    return { what: 'pack', sound: true, says: `${id} ${edition}` };
  } catch (error) {
    return broken('pack', error, 'run tidu pack check for all of them');
  }
}

/** Opens what is there for reading: an examination changes nothing. */
async function statistics(folder: string): Promise<Finding[]> {
  const what = 'statistics';
  const path = storeAt(folder);
  if (!path) return [{ what, sound: true, says: 'nothing loaded yet' }];
  try {
    const elsewhere = clusterOfFacts();
    const store = await openStore({ path, places: [], readOnly: true, ...(elsewhere && { elsewhere }) });
    try {
      const warehouse = warehouseOver(store);
      const faults = await warehouse.faults();
      const loads = await warehouse.loads();
      const where = elsewhere ? ', facts in the cluster' : '';
      if (faults.length === 0)
        return [{ what, sound: true, says: `${loads.length} loads${where}, no fault` }];
      return faults.map((says) => ({ what, sound: false, says }));
    } finally {
      await store.close();
    }
  } catch (error) {
    const { code } = explain(error);
    if (code === 'store-in-use') {
      const says = 'in use by another process; not examined';
      return [{ what, sound: true, says, remedy: 'stop it to examine the statistics too' }];
    }
    return [broken(what, error, 'restore the data folder from a copy, or delete it and import again')];
  }
}

function broken(what: string, error: unknown, otherwise: string): Finding {
  const { sentence, remedy = otherwise } = explain(error);
  return { what, sound: false, says: sentence, ...(sentence.includes(remedy) ? {} : { remedy }) };
}
