import type { DuckDBConnection } from '@duckdb/node-api';
import type { Classified, Classifier } from '../classify/classifier.ts';
import type { FactDimension } from '../fact.ts';

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Classifies each distinct code (or name, where there is no code) once, into a table of its own.
 * The `class` of a place is its level, that of a supervision mode the statistics mode it is counted under.
 * @returns what is printed, each once, and what of it the pack does not know
 */
export async function mapCodes(
  connection: DuckDBConnection,
  name: FactDimension,
  classifier: Classifier,
): Promise<{ printed: string[]; unknown: string[] }> {
  const found = await connection.runAndReadAll(`SELECT DISTINCT ${name} FROM raw`);
  const codes = found
    .getRows()
    .map(([printed]) => (printed === null || printed === undefined ? '' : String(printed)));
  const results = new Map(codes.map((code) => [code, classifyOne(name, code, '', classifier)]));
  const unknown = codes.filter((code) => 'reason' in (results.get(code) ?? {}));
  if (unknown.length > 0) {
    // what stands beside a code that the pack does not have may tell what it means
    const labels = await connection.runAndReadAll(
      `SELECT ${name}, any_value(${name}_name) FROM raw WHERE ${name} IN (${unknown.map(quote).join(', ')}) GROUP BY 1`,
    );
    for (const [code, label] of labels.getRows()) {
      if (label !== null)
        results.set(String(code), classifyOne(name, String(code), String(label), classifier));
    }
  }
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${name}_map (printed VARCHAR, code VARCHAR, class VARCHAR, reason VARCHAR)`,
  );
  const appender = await connection.createAppender(`${name}_map`, undefined, 'temp');
  const text = (value: string | undefined) =>
    value === undefined ? appender.appendNull() : appender.appendVarchar(value);
  for (const [printed, result] of results) {
    text(printed);
    text('code' in result ? result.code : undefined);
    text('code' in result ? classOf(name, result.code, classifier) : undefined);
    text('code' in result ? undefined : result.reason);
    appender.endRow();
  }
  appender.closeSync();
  return { printed: codes, unknown };
}

/** What a place or a supervision mode is one of. */
function classOf(name: FactDimension, code: string, classifier: Classifier): string | undefined {
  if (name === 'place') return classifier.levelOf(code);
  return name === 'supervision' ? classifier.modeOf(code) : undefined;
}

function classifyOne(name: FactDimension, code: string, label: string, classifier: Classifier): Classified {
  if (name === 'partner') return classifier.partner(code, label);
  if (name === 'mode') return classifier.mode(code, label);
  if (name === 'commodity') return classifier.commodity(code);
  if (name === 'supervision') return classifier.supervision(code);
  if (name === 'company') return classifier.company(code);
  const place = classifier.placeByCode(code, label);
  return 'code' in place || /^\d/.test(code) ? place : classifier.placeByName(code, today);
}

/** Registration places without a code are provinces and prefectures under the names of now. */
const today = '2026-01-01';
