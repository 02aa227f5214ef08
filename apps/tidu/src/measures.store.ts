import { join } from 'node:path';
import {
  type FileFault,
  type MeasureFile,
  type Rule,
  type RuleSet,
  readMeasure,
  readMeasures,
  ruleSet,
} from '@tidu/policy';
import {
  type MeasureContent,
  measuresPutInForce,
  type Programme,
  type ProgrammeRecord,
} from '@tidu/programme';

/** A measure that holds now, its text, and whence it is. */
export interface MeasureInForce {
  readonly rule: Rule;
  readonly text: string;
  lineOf: MeasureFile['lineOf'];
  /** The record by which an office put it in force; nothing where it is of the pack. */
  readonly record?: { readonly id: string; readonly sample: boolean };
}

/** All measures that hold together: those of the pack, and those that offices have put in force in their place. */
export interface MeasuresInForce {
  readonly rules: RuleSet;
  readonly measures: ReadonlyMap<string, MeasureInForce>;
  /** What could not be read, and is left out. */
  readonly faults: readonly FileFault[];
}

export type AskMeasures = () => Promise<MeasuresInForce>;

const packs = new Map<string, MeasuresInForce>();

/** The measures of a pack: read when first asked for, and kept. */
export function measuresOfPack(packRoot: string): MeasuresInForce {
  let kept = packs.get(packRoot);
  if (!kept) {
    kept = read(packRoot);
    packs.set(packRoot, kept);
  }
  return kept;
}

function read(packRoot: string): MeasuresInForce {
  const { rules, faults, files } = readMeasures(join(packRoot, 'measures'));
  const measures = rules.map((rule): [string, MeasureInForce] => {
    const { text, lineOf } = files.get(rule.measure.id) as MeasureFile;
    return [rule.measure.id, { rule, text, lineOf }];
  });
  return { rules: ruleSet(rules), measures: new Map(measures), faults };
}

/** Measures in force: made anew when an office has put one in force or repealed one. */
export function measuresInForce(packRoot: string, programme: () => Promise<Programme>): AskMeasures {
  let kept: { readonly key: string; readonly measures: MeasuresInForce } | undefined;
  return async () => {
    const { records } = await programme();
    // Asked of the store each time: another process may have put one in force.
    const { records: listed } = await records.list({ kind: 'measure', state: 'in-force' });
    const key = listed.map(({ id, version }) => `${id}:${version}`).join(' ');
    if (kept?.key !== key)
      kept = { key, measures: joined(measuresOfPack(packRoot), await measuresPutInForce(records)) };
    return kept.measures;
  };
}

function joined(
  ofPack: MeasuresInForce,
  records: readonly ProgrammeRecord<MeasureContent>[],
): MeasuresInForce {
  if (records.length === 0) return ofPack;
  const measures = new Map(ofPack.measures);
  const faults = [...ofPack.faults];
  for (const { id, content, sample } of records) {
    const { rule, faults: found, lineOf } = readMeasure(`${content.measure}.yaml`, content.text);
    faults.push(...found);
    if (rule) measures.set(content.measure, { rule, text: content.text, lineOf, record: { id, sample } });
  }
  return { rules: ruleSet([...measures.values()].map(({ rule }) => rule)), measures, faults };
}
