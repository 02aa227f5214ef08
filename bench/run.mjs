/** `npm run bench [-- import|memory|query|http|export|protect|quality|cluster|regional|assessment|programme|projects|policy|placement|trade] [--rows N] [--facts N] [--save]`; docs/operate/bench.md */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findClickHouse } from '../scripts/clickhouse.mjs';

const usage = `npm run bench [-- NAME…] [-- --rows N] [--facts N] [--save]

  import   rows per second of a GB18030 export, beside DuckDB's read_csv on the same rows in UTF-8
  memory   the most memory that an import of --rows and of four times as many holds
  query    fifteen questions through the warehouse, beside the same SQL raw
  http     twenty questions of the explorer and the overview through a running server
  protect  a release of 37 000 cells protected and attacked, twice
  export   a million rows × 50 columns to XLSX, CSV and Parquet, beside the engine's own COPY
  quality  the checks on the rows of --rows, beside the raw sums
  cluster  loads and questions over a ClickHouse cluster on this machine, beside raw and embedded
  trade    the eight of these
  programme  the pages' data with a batch of a thousand applications
  regional methods of regional economics, beside the same in NumPy and pandas
  assessment  5000 parks scored and ranked with the intervals of their ranks
  policy   what 2000 measures give one company in 200 places, and 10 000 companies; a reform
  placement  what goes where: 20 cities × 30 groups × 200 parks, beside HiGHS alone
  projects ten thousand transfer projects compared with each other, and their page's data

  --rows N    rows of the export (1000000)
  --facts N   facts that are asked (20 times --rows)
  --shards N  of the cluster (2)
  --python P  the Python of the peer (one that has NumPy and pandas)
  --save      keep the result as bench/results/DATE.json`;

const say = (line) => process.stdout.write(`${line}\n`);
const trade = ['import', 'memory', 'query', 'http', 'export', 'protect', 'quality', 'cluster'];
const names = [...trade, 'regional', 'assessment', 'programme', 'projects', 'policy', 'placement'];

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '1000000' },
      facts: { type: 'string' },
      shards: { type: 'string', default: '2' },
      python: { type: 'string' },
      save: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const rows = Number(values.rows);
  const facts = Number(values.facts ?? rows * 20);
  const named = positionals.length > 0 ? positionals : names;
  const asked = named.flatMap((name) => (name === 'trade' ? trade : [name]));
  const wrong = asked.find((name) => !names.includes(name));
  if (values.help) return say(usage);
  const shards = Number(values.shards);
  if (
    wrong !== undefined ||
    !(shards >= 1) ||
    !Number.isInteger(rows) ||
    !Number.isInteger(facts) ||
    rows < 1 ||
    facts < 1
  ) {
    say(
      wrong === undefined
        ? '--rows, --facts and --shards take a whole number'
        : `there is no bench "${wrong}"`,
    );
    say(usage);
    process.exitCode = 2;
    return;
  }
  const [
    { describeMachine, machine },
    { benchImport, printImport },
    { benchMemory, printMemory },
    { benchQuery, printQuery },
    { benchHttp, printHttp },
    { benchExport, printExport },
    { benchProtect, printProtect },
    { benchQuality, printQuality },
    { benchCluster, printCluster },
    { benchRegional, printRegional },
    { benchAssessment, printAssessment },
    { benchProgramme, printProgramme },
    { benchProjects, printProjects },
    { benchPolicy, printPolicy },
    { benchPlacement, printPlacement },
    { pack: readPackOfChina },
  ] = await Promise.all([
    import('./machine.mjs'),
    import('./import.mjs'),
    import('./memory.mjs'),
    import('./query.mjs'),
    import('./http.mjs'),
    import('./export.mjs'),
    import('./protect.mjs'),
    import('./quality.mjs'),
    import('./cluster.mjs'),
    import('./regional.mjs'),
    import('./assessment.mjs'),
    import('./programme.mjs'),
    import('./projects.mjs'),
    import('./policy.mjs'),
    import('./placement.mjs'),
    import('./rooms.mjs'),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'tidu-bench-'));
  const sweep = () => rm(folder, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => sweep().then(() => process.exit(130)));
  try {
    const on = machine();
    say(describeMachine(on));
    const pack = readPackOfChina();
    const results = { at: new Date().toISOString(), machine: on };
    if (asked.includes('import')) {
      results.import = await benchImport({ pack, folder, rows, say });
      printImport(results.import, say);
    }
    if (asked.includes('memory')) {
      results.memory = await benchMemory({ pack, folder, rows, say });
      printMemory(results.memory, say);
    }
    if (asked.includes('query')) {
      results.query = await benchQuery({ pack, folder, facts, say });
      printQuery(results.query, say);
    }
    if (asked.includes('http')) {
      results.http = await benchHttp({ pack, folder, facts, say });
      printHttp(results.http, say);
    }
    if (asked.includes('export')) {
      results.export = await benchExport({ pack, folder, rows, say });
      printExport(results.export, say);
    }
    if (asked.includes('protect')) {
      results.protect = await benchProtect({ pack, folder, say });
      printProtect(results.protect, say);
    }
    if (asked.includes('quality')) {
      results.quality = await benchQuality({ pack, folder, rows, say });
      printQuality(results.quality, say);
    }
    if (asked.includes('cluster') && !findClickHouse()) {
      say('\ncluster: skipped, there is no clickhouse-server here (apt-get install clickhouse-server)');
    } else if (asked.includes('cluster')) {
      const some = { rows: Math.ceil(rows / 5), facts: Math.ceil(facts / 4), shards };
      results.cluster = await benchCluster({ pack, folder, say, ...some });
      printCluster(results.cluster, say);
    }
    if (asked.includes('regional')) {
      results.regional = await benchRegional({ folder, say, python: values.python });
      printRegional(results.regional, say);
    }
    if (asked.includes('policy')) {
      results.policy = await benchPolicy();
      printPolicy(results.policy, say);
    }
    if (asked.includes('placement')) {
      results.placement = await benchPlacement();
      printPlacement(results.placement, say);
    }
    if (asked.includes('assessment')) {
      results.assessment = await benchAssessment();
      printAssessment(results.assessment, say);
    }
    if (asked.includes('programme')) {
      results.programme = await benchProgramme({ pack, folder, say });
      printProgramme(results.programme, say);
    }
    if (asked.includes('projects')) {
      results.projects = await benchProjects({ pack, say });
      printProjects(results.projects, say);
    }
    if (values.save) {
      const kept = join(import.meta.dirname, 'results');
      await mkdir(kept, { recursive: true });
      const file = join(kept, `${results.at.slice(0, 10)}.json`);
      await writeFile(file, `${JSON.stringify(results, null, 1)}\n`);
      say(`\nkept as ${file}`);
    }
  } catch (error) {
    if (error.code !== 'nation-refused') throw error;
    say(`--rows ${rows}: ${error.message}`);
    process.exitCode = 2;
  } finally {
    await sweep();
  }
}

if (Number(process.versions.node.split('.')[0]) < 24) {
  say(`The bench runs on Node 24, this is ${process.version}: start it with "npm run bench".`);
  process.exitCode = 2;
} else {
  await main();
}
