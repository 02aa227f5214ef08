import { printPeriod } from '@tidu/reference';
import { type Certificate, type Release, type ReleaseRequest, usualPolicy } from '@tidu/trade';
import { Command } from 'commander';
import { withDesk } from '../desk.store.ts';
import type { Desk } from '../desk.ts';
import { Refused } from '../errors.ts';
import { commandOn, print, printJson, say } from '../terminal.file.ts';
import { columnsOfText } from '../text-table.ts';

interface Drafting {
  readonly title: string;
  readonly titleEn?: string;
  readonly flow: string;
  readonly period: string;
  readonly currency: string;
  readonly place: string;
  readonly commodity: string;
  readonly mode: string;
  readonly month: string;
  readonly firms: string;
  readonly dominance: string;
  readonly p: string;
  readonly passive: readonly string[];
  readonly asKnownAt?: string;
}

export function protectCommand(): Command {
  return commandOn(
    'protect',
    'releases: tables made from declarations, protected so that no firm can be told',
    [
      'tidu protect draft --title 分省出口 --title-en "Exports by province" --flow export --period 2024-03',
      'tidu protect show R1',
      'tidu protect publish R1',
    ],
  )
    .addCommand(draftCommand())
    .addCommand(
      on('list', 'releases there are, newest last').action(async (_, command: Command) => {
        const releases = await atDesk(command, (desk) => desk.releases.list());
        const rows = releases.map(({ id, status, flow, period, title }) => [
          id,
          status,
          flow,
          printPeriod(period),
          `${title.zh} ${title.en}`,
        ]);
        print(columnsOfText([['release', 'status', 'flow', 'period', 'title'], ...rows]));
      }),
    )
    .addCommand(
      on('show', 'what of a release is suppressed and why, and what an attacker can compute')
        .argument('<release>', 'as in `tidu protect list`')
        .option('--json', 'the whole certificate: every suppressed cell with its interval')
        .action(async (id: string, { json }: { json?: boolean }, command: Command) => {
          const { release, proof } = await atDesk(command, async ({ releases }) => ({
            release: await releases.get(id),
            proof: await releases.certificate(id),
          }));
          if (json) printJson(proof);
          else print(told(release, proof));
        }),
    )
    .addCommand(
      on('publish', 'let everybody read a draft')
        .argument('<release>', 'as in `tidu protect list`')
        .action(async (id: string, _, command: Command) => {
          await atDesk(command, ({ releases }) => releases.publish(id));
          print(`release ${id} is published: /api/releases/${id}`);
        }),
    )
    .addCommand(
      on('withdraw', 'take a release from view; what it told counts for later releases for ever')
        .argument('<release>', 'as in `tidu protect list`')
        .requiredOption('--reason <text>', 'why; it is kept with the release')
        .action(async (id: string, { reason }: { reason: string }, command: Command) => {
          await atDesk(command, ({ releases }) => releases.withdraw(id, reason));
          print(`release ${id} is withdrawn`);
        }),
    )
    .addCommand(
      on('discard', 'forget a draft')
        .argument('<release>', 'as in `tidu protect list`')
        .action(async (id: string, _, command: Command) => {
          await atDesk(command, ({ releases }) => releases.discard(id));
          print(`draft ${id} is gone`);
        }),
    );
}

function draftCommand(): Command {
  const { minimumFrequency, dominance, p } = usualPolicy;
  return on('draft', 'protect a table against everything published before, and keep it as a draft')
    .requiredOption('--title <text>', 'in Chinese')
    .option('--title-en <text>', 'in English; the Chinese when not given')
    .requiredOption('--flow <flow>', 'export or import')
    .requiredOption('--period <period>', '2024, 2024-03 or 2024-01..2024-06')
    .option('--currency <currency>', 'CNY or USD', 'CNY')
    .option('--place <detail>', 'country, province or prefecture', 'province')
    .option('--commodity <detail>', 'all, chapter or heading', 'chapter')
    .option('--mode <detail>', 'all, processing or mode', 'all')
    .option('--month <detail>', 'all (the period as one), or month', 'all')
    .option('--firms <number>', 'a cell with fewer firms is sensitive', String(minimumFrequency))
    .option(
      '--dominance <n,k>',
      'so is one of which n firms hold more than k percent',
      `${dominance.n},${dominance.k}`,
    )
    .option(
      '--p <percent>',
      'and one of which the second firm can tell the first within p percent',
      String(p),
    )
    .option('--as-known-at <load>', 'made from what was known after this load; the latest when not given')
    .option('--passive <firm...>', 'firms that asked for confidentiality', [])
    .action(async (options: Drafting, command: Command) => {
      say('protecting, and attacking what is left: this can take minutes');
      const { release, proof } = await atDesk(command, async ({ releases }) => {
        const release = await releases.draft(requested(options));
        return { release, proof: await releases.certificate(release.id) };
      });
      print(told(release, proof));
    });
}

function requested(options: Drafting): ReleaseRequest {
  const { title, titleEn = title, flow, currency, period, place, commodity, mode, month, passive } = options;
  const [n = '', k = ''] = options.dominance.split(',');
  const written = {
    title: { zh: title, en: titleEn },
    flow: oneOf('flow', flow, ['export', 'import']),
    currency: oneOf('currency', currency, ['CNY', 'USD']),
    period,
    place,
    commodity,
    mode,
    month,
    ...(options.asKnownAt !== undefined && { asKnownAt: number('--as-known-at', options.asKnownAt) }),
    policy: {
      minimumFrequency: number('--firms', options.firms),
      dominance: { n: number('--dominance', n), k: number('--dominance', k) },
      p: number('--p', options.p),
      passive,
    },
  };
  // The details are checked where the table is made, by whomever it is asked for.
  return written as ReleaseRequest;
}

function told({ id, status, period, synthetic }: Release, proof: Certificate): string {
  const { cells, published, primary, secondary, rules, kept, against, recoverable, sha256, seconds } = proof;
  const revised = proof.revised ?? [];
  const open = recoverable.slice(0, 10).map((key) => `  ${key.join(' · ')}`);
  return [
    `release ${id}, ${status}, ${printPeriod(period)}${synthetic ? ', 合成 SYNTHETIC' : ''}`,
    `${cells} cells: ${published} published, ${primary} suppressed for their own sake, ${secondary} for that of others`,
    `rules: ${
      Object.entries(rules)
        .map(([rule, count]) => `${rule} ${count}`)
        .join(', ') || 'none broken'
    }`,
    `${(100 * kept).toFixed(1)} % of the amount of the finest cells is published`,
    `tested together with: ${against.join(', ') || 'nothing, for nothing was published of this trade before'}`,
    `recoverable by an attacker: ${recoverable.length}${open.length > 0 ? `, among them\n${open.join('\n')}` : ''}`,
    `told otherwise before, so that the difference tells of too few firms: ${revised.length}`,
    `sha256 ${sha256}; ${seconds} s`,
  ].join('\n');
}

const on = (name: string, description: string): Command => new Command(name).description(description);

const atDesk = <T>(command: Command, work: (desk: Desk) => Promise<T>): Promise<T> =>
  withDesk(command.optsWithGlobals<{ data?: string }>().data, say, work);

function oneOf<T extends string>(what: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found) return found;
  throw new Refused('not-understood', `${what}: "${text}" is none`, `write ${choices.join(' or ')}`);
}

function number(option: string, text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new Refused('not-understood', `${option}: "${text}" is no number`, 'write a number');
}
