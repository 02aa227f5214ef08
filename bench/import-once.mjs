/** Imports one file into a store of its own and says what it took: `node bench/import-once.mjs STORE FILE ROWS`. */
import { importInto, pack } from './rooms.mjs';

const [store, file, rows] = process.argv.slice(2);
const start = performance.now();
await importInto(store, file, pack(), Number(rows));
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ ms: performance.now() - start, peakMiB: Math.round(maxRSS / 1024) }));
