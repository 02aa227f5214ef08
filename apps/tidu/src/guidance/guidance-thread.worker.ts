import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { answering, comparedPlaces, guidanceCatalogue, readCosts, readGuidancePack } from '@tidu/guidance';
import { type RuleSet, readMeasure, readMeasures, ruleSet } from '@tidu/policy';
import { readPack } from '@tidu/reference/pack';
import type { GuidanceAsked } from './guidance-apart.worker.ts';
import { groundOfPlain, type PlainGround } from './plain-ground.ts';

const packRoot = workerData as string;
const ofPack = {
  pack: readGuidancePack(packRoot),
  costs: readCosts(packRoot),
  compared: comparedPlaces(readPack(packRoot)),
};
const { rules: ofPackRules } = readMeasures(join(packRoot, 'measures'));

let last: { readonly written: string; readonly rules: RuleSet } | undefined;
/** The measures of the pack, with those that offices have put in force in their place. */
function rulesWith(written: PlainGround['written']): RuleSet {
  const key = JSON.stringify(written);
  if (last?.written !== key) {
    const rules = new Map(ofPackRules.map((rule) => [rule.measure.id, rule]));
    for (const [id, text] of written) {
      const { rule } = readMeasure(`${id}.yaml`, text);
      if (rule) rules.set(id, rule);
    }
    last = { written: key, rules: ruleSet([...rules.values()]) };
  }
  return last.rules;
}

answering(async ({ name, request, ground }: GuidanceAsked) => {
  const guidance = guidanceCatalogue.find((one) => one.name === name);
  return guidance?.compute(groundOfPlain(ground, { ...ofPack, rules: rulesWith(ground.written) }), request);
});
