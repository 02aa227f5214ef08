import type { Pack } from '@tidu/reference';
import type { GuidancePack } from './guidance-pack.ts';

/** What single records cannot show: a source, group or sector that names nothing, a fact that stands twice. */
export function faultsOfGuidance(
  { groups, intensities, inputOutput }: GuidancePack,
  { sources }: Pick<Pack, 'sources'>,
): string[] {
  const sourceIds = new Set(sources.map(({ id }) => id));
  const groupIds = new Set(groups.map(({ id }) => id));
  const sectorIds = new Set(inputOutput?.sectors.map(({ id }) => id));
  const faults: string[] = [];
  const check = (there: ReadonlySet<string>, what: string, id: string, where: string) => {
    if (!there.has(id)) faults.push(`guidance/${where}: no ${what} "${id}"; add it or correct the name`);
  };
  for (const [i, { source }] of groups.entries())
    check(sourceIds, 'source', source, `commodity-groups.json[${i}]: source`);
  const seen = new Set<string>();
  for (const [i, { group, item, source }] of intensities.entries()) {
    check(sourceIds, 'source', source, `intensities.json[${i}]: source`);
    check(groupIds, 'group', group, `intensities.json[${i}]: group`);
    const key = `${item} of ${group}`;
    if (seen.has(key)) faults.push(`guidance/intensities.json[${i}]: ${key} stands twice; keep one`);
    seen.add(key);
  }
  if (!inputOutput) return faults;
  check(sourceIds, 'source', inputOutput.source, 'input-output.json: source');
  for (const { id, inputs } of inputOutput.sectors)
    for (const supplier of Object.keys(inputs))
      check(sectorIds, 'sector', supplier, `input-output.json: inputs of ${id}`);
  for (const { group, sectors } of inputOutput.groups) {
    check(groupIds, 'group', group, 'input-output.json: groups');
    for (const sector of sectors)
      check(sectorIds, 'sector', sector, `input-output.json: sectors of ${group}`);
  }
  return faults;
}
