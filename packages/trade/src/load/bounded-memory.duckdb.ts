import type { Store } from '../store.duckdb.ts';

/** What the engine may hold while a file is taken in, in MiB; what does not fit waits on disk. */
const most = 488;

/**
 * Does the work of a load while the engine holds no more than so much, however large the file, and
 * gives it back what it had. Questions asked meanwhile share it. Where it cannot be lowered at the
 * moment, or is lower already, it stays as it is.
 */
export async function inBoundedMemory<T>(
  { connection, memoryLimit }: Store,
  work: () => Promise<T>,
): Promise<T> {
  const [row] = (await connection.runAndReadAll("SELECT current_setting('memory_limit')")).getRows();
  const set = (limit: string) => connection.run(`SET GLOBAL memory_limit = '${limit}'`);
  const lowered =
    mebibytes(String(row?.[0] ?? '')) > most &&
    (await set(`${most}MiB`).then(
      () => true,
      () => false,
    ));
  try {
    return await work();
  } finally {
    if (lowered) await set(memoryLimit);
  }
}

/** @example mebibytes('1.8 GiB') // 1843.2 */
function mebibytes(setting: string): number {
  const [, amount = '0', unit = ''] = /^([\d.]+) (\w+)$/.exec(setting) ?? [];
  const factor = { bytes: 2 ** -20, KiB: 2 ** -10, MiB: 1, GiB: 2 ** 10, TiB: 2 ** 20 }[unit] ?? 0;
  return Number(amount) * factor;
}
