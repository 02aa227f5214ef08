import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  CostsFault,
  faultsOfCosts,
  faultsOfGuidance,
  GuidancePackFault,
  readCosts,
  readGuidancePack,
} from '@tidu/guidance';
import { PackFault, readPack } from '@tidu/reference/pack';
import { Command } from 'commander';
import { exits } from '../errors.ts';
import { packRoot } from '../house.store.ts';
import { print } from '../terminal.file.ts';

export function packCommand(): Command {
  return new Command('pack').description('look after a pack: the data of one country').addCommand(
    new Command('check')
      .description('check a pack: every record, every code that refers to another, every source')
      .argument('[folder]', 'the pack; the one in use when not given')
      .addHelpText('after', '\nExamples:\n  tidu pack check\n  tidu pack check packs/cn')
      .action((folder: string = packRoot) => {
        const faults = faultsOf(folder);
        if (faults.length === 0) return;
        print([`${faults.length} faults in ${folder}:`, ...faults.map((fault) => `- ${fault}`)].join('\n'));
        process.exitCode = exits.refused;
      }),
  );
}

function faultsOf(folder: string): readonly string[] {
  try {
    const pack = readPack(folder);
    const { id, edition, places, parks, commodities } = pack;
    // A pack without costs is sound: places are then not compared for companies.
    const faults = [
      ...(existsSync(join(folder, 'costs')) ? faultsOfCosts(readCosts(folder), pack) : []),
      // Nor need it say anything for guidance.
      ...(existsSync(join(folder, 'guidance')) ? faultsOfGuidance(readGuidancePack(folder), pack) : []),
    ];
    if (faults.length > 0) return faults;
    print(
      `${id} ${edition} is sound: ${places.length} places, ${parks.length} parks, ${commodities.length} commodities`,
    );
    return [];
  } catch (error) {
    if (error instanceof PackFault || error instanceof CostsFault || error instanceof GuidancePackFault)
      return error.faults;
    if (error instanceof Error) return [`the pack cannot be read: ${error.message}`];
    throw error;
  }
}
