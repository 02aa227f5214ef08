/**
 * The methods of `packages/regional` beside the same in NumPy and pandas (regional.py), on the same made-up numbers:
 * 340 regions × 1,240 industries × 10 years, 2,900 × 1,240, and an implied transfer of 340 × 340 × 97.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as regional from '../packages/regional/src/index.ts';
import { random } from '../packages/regional/src/ranking/random.ts';
import { median } from './clock.mjs';

const [regions, counties, industries, years, chapters] = [340, 2900, 1240, 10, 97];
const epsilon = 300;
const times = 5;

const pythons = ['python3', '/usr/bin/python3'];
const toInstall = 'apt-get install python3-numpy python3-pandas';

export async function benchRegional({ folder, say, python }) {
  const made = make();
  const peer = askPeer(folder, made, python);
  if (peer === undefined) say(`no Python with NumPy and pandas: ours alone (${toInstall})`);
  else say(`beside ${peer.versions}`);
  const { panel, last, many, distance, competitive, group, frame } = made;
  const near = regional.proximity(last);
  const present = { year: regional.presence(last), many: regional.presence(many) };
  const nearMany = regional.proximity(many);
  const work = [
    ['LQ, 340 × 1240 × 10', 'lq', 'dense', () => panel.at.map(regional.locationQuotient)],
    ['LQ, 2900 × 1240', 'lq-counties', 'dense', () => regional.locationQuotient(many)],
    [
      'LQ from long records, 340 × 1240 × 10',
      'lq-long',
      'pandas',
      () => panel.at.map(regional.locationQuotient),
    ],
    ['proximity, 340 × 1240', 'proximity', 'dense', () => regional.proximityOf(present.year)],
    ['proximity, 2900 × 1240', 'proximity-counties', 'dense', () => regional.proximityOf(present.many)],
    ['density, 340 × 1240', 'density', 'dense', () => regional.densityOf(present.year, near)],
    ['density, 2900 × 1240', 'density-counties', 'dense', () => regional.densityOf(present.many, nearMany)],
    ['ECI and PCI, 340 × 1240', 'eci', 'dense', () => regional.economicComplexity(last)],
    ['ECI and PCI, 2900 × 1240', 'eci-counties', 'dense', () => regional.economicComplexity(many)],
    ['Theil within and between, 12,400 of 340', 'theil-long', 'pandas', () => theils(frame, group)],
    [
      'shift-share, dynamic, 340 × 1240 × 10',
      'shift-share-long',
      'pandas',
      () => regional.shiftShareDynamic(panel),
    ],
    [
      'implied transfer, 340 × 340 × 97',
      'implied-transfer',
      'dense',
      () => regional.impliedTransfer(competitive, distance, epsilon),
    ],
  ];
  const rows = [];
  for (const [name, key, kind, run] of work) {
    run();
    const taken = Array.from({ length: times }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    });
    const ms = median(taken);
    const theirs = peer?.ms[key];
    rows.push({ name, kind, ms, theirs, faster: theirs && theirs / ms, aim: kind === 'dense' ? 1 : 10 });
    say(`  ${name}: ${ms.toFixed(0)} ms${theirs ? `, peer ${theirs.toFixed(0)} ms` : ''}`);
  }
  return { peer: peer?.versions, rows, agree: peer && agreement(made, peer.checks) };
}

export function printRegional({ peer, rows, agree }, say) {
  say(`\nregional methods, ms, median of ${times}${peer ? `; peer: ${peer}` : ''}`);
  say(`  ${'method'.padEnd(42)}${'ours'.padStart(8)}${'peer'.padStart(9)}${'faster'.padStart(9)}   aim`);
  for (const { name, ms, theirs, faster, aim } of rows) {
    const beside = theirs ? `${theirs.toFixed(0).padStart(9)}${`${faster.toFixed(1)}×`.padStart(9)}` : '';
    const met = faster ? `   ≥ ${aim}× ${faster >= aim ? 'met' : 'missed'}` : '';
    say(`  ${name.padEnd(42)}${ms.toFixed(0).padStart(8)}${beside}${met}`);
  }
  if (agree) say(`  numbers agree with the peer's to ${agree.toExponential(0)} relative`);
}

/** Numbers with a structure: places and industries of different ability, from a fixed seed. */
function make() {
  const draw = random(20_210_910);
  const labels = (prefix, n) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);
  const able = Array.from({ length: counties }, () => 2 * draw());
  const wants = Array.from({ length: industries }, () => 2 * draw());
  const fill = (n) => {
    const cells = new Float64Array(n * industries);
    for (let r = 0, k = 0; r < n; r += 1) {
      for (let i = 0; i < industries; i += 1, k += 1) {
        cells[k] = 1 + Math.exp(2 * draw() + 2 * able[r] * wants[i]) * draw() ** 4;
      }
    }
    return cells;
  };
  const place = labels('r', regions);
  const goods = labels('i', industries);
  const first = fill(regions);
  const at = Array.from({ length: years }, (_, t) =>
    regional.matrixOf(
      place,
      goods,
      first.map((x, k) => x * (1 + 0.02 * t * ((k % 17) / 8 - 1) ** 2 + 0.05 * t)),
    ),
  );
  const points = Array.from({ length: regions }, () => [75 + 55 * draw(), 20 + 30 * draw()]);
  const distance = new Float64Array(regions * regions);
  points.forEach(([x, y], a) => {
    points.forEach(([p, q], b) => {
      distance[a * regions + b] = 100 * Math.hypot(x - p, y - q);
    });
  });
  const competitive = new Float64Array(regions * chapters);
  for (let c = 0; c < chapters; c += 1) {
    const values = Array.from({ length: regions }, () => Math.exp(2 * draw()) * (draw() - 0.5));
    const mean = values.reduce((a, b) => a + b, 0) / regions;
    values.forEach((value, r) => {
      competitive[r * chapters + c] = value - mean;
    });
  }
  const panel = regional.panel(labels('y', years), at);
  return {
    panel,
    last: at[years - 1],
    many: regional.matrixOf(labels('c', counties), goods, fill(counties)),
    distance: regional.matrixOf(place, place, distance),
    competitive: regional.matrixOf(place, labels('h', chapters), competitive),
    group: Array.from({ length: regions }, (_, r) => r % 4),
    frame: at.map(regional.transpose),
  };
}

function theils(frame, group) {
  const names = group.map(String);
  let within = 0;
  for (const year of frame) {
    for (let i = 0; i < industries; i += 1) {
      within += regional.theilDecomposition(regional.rowOf(year, i), names).within;
    }
  }
  return within;
}

function askPeer(folder, { panel, many, distance, competitive, group }, given) {
  const python = (given ? [given] : pythons).find(
    (one) => spawnSync(one, ['-c', 'import numpy, pandas'], { stdio: 'ignore' }).status === 0,
  );
  if (python === undefined) return undefined;
  const write = (name, ...parts) =>
    writeFileSync(
      join(folder, `${name}.f64`),
      Buffer.concat(
        parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
      ),
    );
  write('panel', ...panel.at.map(({ cells }) => cells));
  write('counties', many.cells);
  write('distance', distance.cells);
  write('competitive', regional.transpose(competitive).cells);
  const shape = { regions, industries, years, counties, chapters, epsilon, group };
  writeFileSync(join(folder, 'shape.json'), JSON.stringify(shape));
  const { status, stdout, stderr } = spawnSync(
    python,
    [join(import.meta.dirname, 'regional.py'), folder, String(times)],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(`the peer failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** The greatest relative difference between our numbers and the peer's. */
function agreement({ panel, last, frame, group, competitive, distance }, checks) {
  const sum = (cells) => cells.reduce((all, value) => all + (Number.isNaN(value) ? 0 : value), 0);
  const sumOfSizes = (cells) => cells.reduce((all, value) => all + Math.abs(value), 0);
  const ours = {
    lq: sum(regional.locationQuotient(last).cells),
    proximity: sum(regional.proximity(last).cells),
    density: sum(regional.density(last).cells),
    eci: sumOfSizes(regional.economicComplexity(last).eci),
    'theil-long': theils(frame, group),
    'shift-share-long': sumOfSizes(regional.shiftShareDynamic(panel).regionalShare.cells),
    'implied-transfer': sum(
      regional
        .impliedTransfer(competitive, distance, epsilon)
        .flow.cells.map((value, k) => value * distance.cells[k]),
    ),
  };
  return Math.max(...Object.keys(ours).map((key) => Math.abs(ours[key] / checks[key] - 1)));
}
