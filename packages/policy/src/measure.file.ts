import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Measure } from './measure.ts';
import { measureSchema } from './measure.ts';
import { compiledRule, MeasureFault, type Rule } from './rule-set.ts';

/** Something in a measure's file that is not as it should be. */
export interface FileFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `eligible.0.when`; empty where the file as a whole is meant. */
  readonly path: string;
  readonly message: string;
  /** The expression meant, where it is one. */
  readonly expression?: string;
  readonly remedy: string;
}

export interface ReadMeasure {
  readonly rule?: Rule;
  readonly faults: readonly FileFault[];
  /** The line where a part of the file stands. */
  lineOf(path: readonly (string | number)[]): number;
}

/** No measure is longer, and no YAML of this size unfolds into more. */
const longestBytes = 256 * 1024;

/**
 * A measure out of the text of its file: all faults of the text, or the rule.
 * @param file as it is named to people; its last part without `.yaml` is the measure's id
 */
export function readMeasure(file: string, text: string): ReadMeasure {
  const lines = new LineCounter();
  if (text.length > longestBytes) {
    return {
      faults: [fault(file, '', 'longer than 256 KiB', 'a measure is one page of text')],
      lineOf: () => 1,
    };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (path: readonly (string | number)[], within = 0) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) {
        const { line, col } = lines.linePos(node.range[0] + (depth === path.length ? within : 0));
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  };
  const lineOf = (path: readonly (string | number)[]) => place(path).line;
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { ...fault(file, '', error.message, 'mend the YAML here'), line, column: col };
      }),
      lineOf,
    };
  }
  const parsed = measureSchema.safeParse(contentOf(document));
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.flatMap(meant).map(({ path, message }) => ({
        ...fault(file, path.join('.'), message, 'docs/use/measures.md lists what may stand here'),
        ...place(path as (string | number)[]),
      })),
      lineOf,
    };
  }
  const measure: Measure = { ...parsed.data, id: basename(file, '.yaml') };
  try {
    return { rule: compiledRule(measure), faults: [], lineOf };
  } catch (error) {
    if (!(error instanceof MeasureFault)) throw error;
    return {
      faults: [
        {
          ...fault(file, error.path.join('.'), error.fault, error.remedy),
          ...place(error.path, error.at),
          expression: error.text,
        },
      ],
      lineOf,
    };
  }
}

/** Of several forms that a part may have, the one that the author came nearest to: what is wrong with that. */
function meant(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [nearest = []] = issue.errors.toSorted((a, b) => a.length - b.length);
  return nearest.flatMap((one) => meant({ ...one, path: [...issue.path, ...one.path] }));
}

/** Aliases are not unfolded: a text of a few lines must not become a list of millions. */
function contentOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0, mapAsMap: false });
  } catch {
    return undefined;
  }
}

const fault = (file: string, path: string, message: string, remedy: string): FileFault => ({
  file,
  line: 1,
  column: 1,
  path,
  message,
  remedy,
});

/** Where a measure stands. */
export interface MeasureFile {
  readonly file: string;
  readonly text: string;
  lineOf(path: readonly (string | number)[]): number;
}

/** All measures of a folder, with the faults of all files; a measure with a fault is left out. */
export function readMeasures(folder: string): {
  rules: Rule[];
  faults: FileFault[];
  files: ReadonlyMap<string, MeasureFile>;
} {
  const rules: Rule[] = [];
  const faults: FileFault[] = [];
  const files = new Map<string, MeasureFile>();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort();
  for (const path of paths) {
    const name = relative(folder, join(folder, path)).split(sep).join('/');
    const text = readFileSync(join(folder, path), 'utf8');
    const { rule, faults: found, lineOf } = readMeasure(name, text);
    faults.push(...found);
    if (!rule) continue;
    const twin = files.get(rule.measure.id);
    if (twin) {
      faults.push(
        fault(name, '', `the measure ${rule.measure.id} stands in ${twin.file} too`, 'give one another name'),
      );
      continue;
    }
    files.set(rule.measure.id, { file: name, text, lineOf });
    rules.push(rule);
  }
  return { rules, faults, files };
}
