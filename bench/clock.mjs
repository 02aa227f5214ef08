/** Milliseconds that `work` takes, with what it gave. */
export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

/** The smallest value that at least a share `p` of the values does not exceed (nearest rank). */
export function percentile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
}

export const median = (values) => percentile(values, 0.5);

/**
 * Runs two ways of the same work in turn, so that both meet the same machine: once each to warm
 * up, then until each has `most` times or the time is used, but at least `least` times.
 */
export async function sideBySide(ours, raw, { least = 5, most = 20, seconds = 8 } = {}) {
  await ours();
  await raw();
  const times = { ours: [], raw: [] };
  const start = performance.now();
  while (
    times.ours.length < least ||
    (times.ours.length < most && performance.now() - start < seconds * 1000)
  ) {
    times.ours.push((await timed(ours)).ms);
    times.raw.push((await timed(raw)).ms);
  }
  return times;
}
