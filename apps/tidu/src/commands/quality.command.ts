import { userInfo } from 'node:os';
import { type CheckName, checkNames, checks, type RunProgress } from '@tidu/indicators';
import {
  type About,
  type FindingState,
  type KeptFinding,
  type Severity,
  severities,
  states,
  type Told,
  verdicts,
} from '@tidu/trade';
import { Command } from 'commander';
import { withDesk } from '../desk.store.ts';
import type { Desk } from '../desk.ts';
import { Refused } from '../errors.ts';
import { namesOf } from '../names.ts';
import type { RunDone } from '../quality.ts';
import { commandOn, list, print, printJson, say } from '../terminal.file.ts';
import { columnsOfText } from '../text-table.ts';

export function qualityCommand(): Command {
  return commandOn('quality', 'checks of the statistics, what they found, and what was decided of it', [
    'tidu quality run',
    'tidu quality list --check balance --severity error,doubt',
    'tidu quality show 12',
    'tidu quality decide 12 --as explained --note "announced by the customs on 18 March"',
  ])
    .addCommand(runCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(decideCommand());
}

const runCommand = (): Command =>
  on('run', 'run the checks on what was loaded since the last run')
    .option('--all', 'on everything, whatever was loaded since')
    .option('--json', 'as JSON')
    .action(async ({ all = false, json }: { all?: boolean; json?: boolean }, command: Command) => {
      const done = await atDesk(command, ({ quality }) => quality.run({ all, at: toldNowAndThen() }));
      if (json) return printJson(done);
      print(toldRun(done));
    });

interface Listing {
  readonly check: readonly string[];
  readonly severity: readonly string[];
  readonly state: readonly string[];
  readonly json?: boolean;
}

const listCommand = (): Command =>
  on('list', 'findings, errors first; those open when no state is named')
    .option('--check <names>', checkNames.join(', '), list, [])
    .option('--severity <names>', severities.join(', '), list, [])
    .option('--state <names>', states.join(', '), list, ['open', 'reopened'])
    .option('--json', 'as JSON')
    .action(async ({ check, severity, state, json }: Listing, command: Command) => {
      const filter = {
        check: known<CheckName>('check', check, checkNames),
        severity: known<Severity>('severity', severity, severities),
        state: known<FindingState>('state', state, states),
      };
      const { findings, pack } = await atDesk(command, async (desk) => ({
        findings: await desk.quality.list(filter),
        pack: desk.pack,
      }));
      if (json) return printJson(findings);
      const name = namesOf(pack, 'en');
      const rows = findings.map((finding) => [
        String(finding.id),
        finding.severity,
        finding.state,
        finding.check,
        finding.reason,
        when(finding.about),
        what(finding.about, name),
        numbers({ ...finding.amounts, ...finding.judged }),
      ]);
      print(
        columnsOfText(
          [['finding', 'severity', 'state', 'check', 'reason', 'when', 'what', 'numbers'], ...rows],
          [0],
        ),
      );
    });

const showCommand = (): Command =>
  on('show', 'one finding: its numbers, the loads it rests on, what was decided')
    .argument('<finding>', 'its number in `tidu quality list`')
    .option('--json', 'as JSON')
    .action(async (id: string, { json }: { json?: boolean }, command: Command) => {
      const { found, pack } = await atDesk(command, async (desk) => ({
        found: await desk.quality.get(numberOf(id)),
        pack: desk.pack,
      }));
      if (json) return printJson(found);
      print(toldFinding(found, namesOf(pack, 'en')));
    });

interface Deciding {
  readonly as: string;
  readonly note: string;
  readonly by?: string;
  readonly load?: string;
}

const decideCommand = (): Command =>
  on('decide', 'say what you hold of a finding; it stays with the numbers')
    .argument('<finding>', 'its number in `tidu quality list`')
    .requiredOption('--as <verdict>', verdicts.join(', '))
    .requiredOption('--note <text>', 'why; it is kept with the decision')
    .option('--by <name>', 'who decides (the name you are logged in by)')
    .option('--load <number>', 'the load that corrected it')
    .action(async (id: string, { as, note, by = userInfo().username, load }: Deciding, command: Command) => {
      const [verdict] = known('verdict', [as], verdicts);
      const made = { verdict: verdict as (typeof verdicts)[number], note, by };
      const found = await atDesk(command, ({ quality }) =>
        quality.decide(numberOf(id), { ...made, ...(load ? { load: numberOf(load) } : {}) }),
      );
      print(`finding ${found.id} is ${found.state}: ${as}`);
    });

const on = (name: string, description: string): Command => new Command(name).description(description);

const atDesk = <T>(command: Command, work: (desk: Desk) => Promise<T>): Promise<T> =>
  withDesk(command.optsWithGlobals<{ data?: string }>().data, say, work);

const quietMs = 1000;

/** A line a second, for runs that take longer than one. */
function toldNowAndThen(): (progress: RunProgress) => void {
  let last = Date.now();
  return ({ check, shape, done, of }) => {
    if (Date.now() - last < quietMs) return;
    last = Date.now();
    say(`${check} of ${shape} (${done + 1} of ${of})`);
  };
}

function toldRun({ seconds, complete, found, passedOver }: RunDone): string {
  const rows = checks.map(({ name }) => [name, String(found[name] ?? 0)]);
  return [
    `checked ${complete ? 'everything' : 'what was loaded since the last run'} in ${seconds} s; findings that stand:`,
    columnsOfText(rows, [1]),
    ...passedOver.map(({ check, shape, reason }) => `passed over: ${check} of ${shape}, because ${reason}`),
  ].join('\n');
}

type NameOf = ReturnType<typeof namesOf>;

const when = ({ month = '', to }: About): string => (to === undefined ? month : `${month}..${to}`);

function what(about: About, name: NameOf): string {
  const { flow, place, commodity, partner, mode, load } = about;
  return [
    flow,
    place && name('prefecture', place),
    commodity && clipped(`${commodity} ${name('commodity', commodity)}`),
    partner && name('partner', partner),
    mode && name('mode', mode),
    load && `load ${load}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Names of goods run to sentences. */
const clipped = (text: string): string => (text.length > 44 ? `${text.slice(0, 43)}…` : text);

const numbers = (told: Told): string =>
  Object.entries(told)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? short(value) : (value ?? '-')}`)
    .join(', ');

const short = (value: number): string =>
  Number.isInteger(value) ? String(value) : Math.abs(value) < 1 ? value.toPrecision(3) : value.toFixed(2);

function toldFinding(found: KeptFinding, name: NameOf): string {
  const { id, check, reason, severity, state, about, amounts, judged, loads, decisions, cells = [] } = found;
  return [
    `finding ${id}: ${check} ${reason}, ${severity}, ${state}`,
    `table ${about.shape}${about.against ? ` against ${about.against}` : ''}`,
    [when(about), what(about, name)].filter(Boolean).join(' '),
    `what the tables say: ${numbers(amounts)}`,
    ...(Object.keys(judged).length > 0 ? [`how far out: ${numbers(judged)}`] : []),
    ...cells.map((cell) => `  ${numbers(cell)}`),
    `rests on loads ${loads.join(', ') || 'none'}; first found ${found.firstFound.slice(0, 10)}, last ${found.lastFound.slice(0, 10)}`,
    ...decisions.map(
      ({ at, by, verdict, note, load }) =>
        `${at.slice(0, 16).replace('T', ' ')} ${by}: ${verdict}${load ? ` by load ${load}` : ''}: ${note}`,
    ),
  ].join('\n');
}

function numberOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Refused('not-understood', `"${text}" is no number`, 'tidu quality list shows them');
}

function known<T extends string>(kind: string, words: readonly string[], allowed: readonly T[]): T[] {
  return words.map((word) => {
    const found = allowed.find((candidate) => candidate === word);
    if (found) return found;
    throw new Refused('not-understood', `"${word}" is no ${kind}`, `choose among ${allowed.join(', ')}`);
  });
}
