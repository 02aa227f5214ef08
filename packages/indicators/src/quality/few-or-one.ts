import type { Finding, Told } from '@tidu/trade';

/** More than these of one kind in one month are one thing that went wrong, not many. */
const crowd = 20;
const namedOfCrowd = 10;

/**
 * Findings of single cells, or one of them all where there are too many in a table's month and flow:
 * with how many there are, and the worst by `far`.
 */
export function fewOrOne(findings: readonly Finding[], far: (finding: Finding) => number): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { reason, about } = finding;
    const key = [reason, about.shape, about.against, about.month, about.flow].join(' ');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group) => (group.length > crowd ? [together(group, far)] : group));
}

function together(group: readonly Finding[], far: (finding: Finding) => number): Finding {
  const [worst, ...rest] = [...group].sort((a, b) => far(b) - far(a));
  const first = worst as Finding;
  const { shape, against, month, to, flow } = first.about;
  const cells = [first, ...rest].slice(0, namedOfCrowd).map(({ about, amounts, judged }): Told => {
    const { place, commodity, partner, mode } = about;
    return defined({ place, commodity, partner, mode, ...amounts, ...judged });
  });
  const { series: _, ...kept } = first;
  return {
    ...kept,
    reason: `many-${first.reason}`,
    about: defined({ shape, against, month, to, flow }) as Finding['about'],
    amounts: { cells: group.length },
    judged: {},
    loads: [...new Set(group.flatMap(({ loads }) => loads))].sort((a, b) => a - b),
    cells,
  };
}

const defined = <T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
