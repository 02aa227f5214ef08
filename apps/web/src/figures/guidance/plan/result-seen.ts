import type { Guided } from '../../../api/guidance.client.ts';
import type { ResultSeen } from '../../../api/scenario.client.ts';

/** What is kept of a result, so that it can be told later whether it is still the same. */
export const seenOf = ({ result, receipt }: Guided<'plan'>): ResultSeen => ({
  on: receipt.day,
  sha256: receipt.resultSha256,
  figures: receipt.figures.map(({ sha256 }) => sha256),
  records: receipt.records.map(({ id, version }) => `${id}@${version}`),
  seen: receipt.seenSha256,
  pack: `${receipt.pack.id} ${receipt.pack.edition}`,
  program: receipt.program.version,
  status: result.status,
  moved: result.status === 'planned' ? result.moved : null,
  movable: result.movable,
  objective: result.status === 'planned' ? result.objective : null,
});

/** Whether a result is still what was seen; if not, what it rests on that has changed. */
export function stillSeen(was: ResultSeen, now: ResultSeen) {
  const before = new Set(was.records);
  const after = new Set(now.records);
  const idOf = (record: string) => record.replace(/@\d+$/, '');
  const records = [
    ...was.records.filter((one) => !after.has(one)),
    ...now.records.filter((one) => !before.has(one)),
  ];
  return {
    same: was.sha256 === now.sha256,
    figures: was.figures.join() !== now.figures.join(),
    records: [...new Set(records.map(idOf))].sort(),
    pack: was.pack !== now.pack || was.program !== now.program,
    /** The same records, of which more or less is seen. */
    sight: records.length === 0 && was.seen !== now.seen,
  };
}
