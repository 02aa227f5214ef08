/**
 * A concordance: which codes of one edition of a classification say the same as which of another,
 * as links between whole codes (six digits of the HS). Nothing in it says how much of a code goes
 * where, so a code with several targets is never divided.
 */
export interface Concordance {
  readonly from: string;
  readonly to: string;
  readonly links: readonly (readonly [from: string, to: string])[];
}

/** How a code relates to the other edition: the first letter counts sources, the second targets. */
export type Relation = '1:1' | 'n:1' | '1:n' | 'n:n';

/** Codes are concorded at six digits; national digits beyond are not. */
export const concordedDigits = 6;

export const reversed = ({ from, to, links }: Concordance): Concordance => ({
  from: to,
  to: from,
  links: links.map(([source, target]) => [target, source]),
});

/**
 * The relation of each code of `from`, computed from the links: `n:` where one of its targets has
 * another source too, `:n` where it has several targets.
 * @example relations({ from: 'A', to: 'B', links: [['1', 'x'], ['2', 'x']] }).get('1') // 'n:1'
 */
export function relations({ links }: Concordance): Map<string, Relation> {
  const targets = Map.groupBy(links, ([source]) => source);
  const sources = Map.groupBy(links, ([, target]) => target);
  return new Map(
    [...targets].map(([source, own]) => {
      const shared = own.some(([, target]) => (sources.get(target)?.length ?? 0) > 1);
      return [source, `${shared ? 'n' : '1'}:${own.length > 1 ? 'n' : '1'}`];
    }),
  );
}

/**
 * Two concordances one after the other. A code of which a target leads on to nothing is left out:
 * what is left of its targets would look like all of them.
 */
export function joined(first: Concordance, second: Concordance): Concordance {
  const onward = Map.groupBy(second.links, ([source]) => source);
  const links = [...Map.groupBy(first.links, ([source]) => source)].flatMap(([source, own]) => {
    if (own.some(([, between]) => !onward.has(between))) return [];
    const targets = own.flatMap(([, between]) => (onward.get(between) ?? []).map(([, target]) => target));
    return [...new Set(targets)].map((target): [string, string] => [source, target]);
  });
  return { from: first.from, to: second.to, links };
}

/** From one edition to another by the fewest of the tables at hand, each in either direction. */
export function bridged(tables: readonly Concordance[], from: string, to: string): Concordance | undefined {
  const both = [...tables, ...tables.map(reversed)];
  let ways = both.filter((table) => table.from === from);
  const seen = new Set([from]);
  while (ways.length > 0) {
    const there = ways.find((way) => way.to === to);
    if (there) return there;
    for (const way of ways) seen.add(way.to);
    ways = ways.flatMap((way) =>
      both.filter((next) => next.from === way.to && !seen.has(next.to)).map((next) => joined(way, next)),
    );
  }
  return undefined;
}

/** What a code, or all codes that begin with it, may be called in the other edition; none when unknown. */
export type Targets = (code: string) => readonly string[];

export function targetsBy({ links }: Concordance): Targets {
  const byPrefix = new Map<string, Set<string>>();
  for (const [source, target] of links) {
    for (let digits = 1; digits <= concordedDigits; digits++) {
      const prefix = source.slice(0, digits);
      const known = byPrefix.get(prefix);
      if (known) known.add(target);
      else byPrefix.set(prefix, new Set([target]));
    }
  }
  return (code) => [...(byPrefix.get(code.slice(0, concordedDigits)) ?? [])];
}

/**
 * The one code, cut to `digits`, that a code becomes; nothing where its targets differ at that level.
 * @example convert(() => ['852491', '852492'], '854231', 4) // '8524'
 */
export function convert(
  targets: Targets,
  code: string,
  digits: number = concordedDigits,
): string | undefined {
  const [only, ...others] = new Set(targets(code).map((target) => target.slice(0, digits)));
  return others.length === 0 ? only : undefined;
}
