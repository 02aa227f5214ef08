import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  clickhouseServer,
  type LoopbackCluster,
  loopbackCluster,
  password,
} from '../packages/trade/src/cluster/loopback.cases.ts';
import { tidu } from './command.ts';

describe.skipIf(clickhouseServer() === undefined)('tidu with a cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-cluster-command-'));
  let cluster: LoopbackCluster;
  const run = (...args: string[]) => {
    const ended = tidu(folder, ...args);
    expect(`${ended.stdout}${ended.stderr}`).not.toContain(password);
    return ended;
  };
  beforeAll(async () => {
    cluster = await loopbackCluster();
    process.env.CLICKHOUSE_URL = cluster.url('commands');
  });
  afterAll(async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes its tables, fills them, and answers from them; a shard that is down is named', async () => {
    expect(run('cluster', 'init')).toMatchObject({ status: 0 });
    const told = JSON.parse(run('cluster', 'status', '--json').stdout);
    expect(told.sound).toBe(true);
    expect(told.members).toHaveLength(2);
    for (const { rows } of told.members) expect(rows).toBeGreaterThan(1000);
    const answer = run('query', '--by', 'region', '--period', '2024', '--format', 'json');
    expect(JSON.parse(answer.stdout).rows).toHaveLength(4);
    expect(run('doctor').stdout).toContain('facts in the cluster, no fault');

    const [, second] = cluster.nodes;
    await second?.stop();
    const named = expect.stringMatching(
      new RegExp(`shard .*127\\.0\\.0\\.1:${second?.tcp}.* does not answer`),
    );
    expect(run('query', '--by', 'region', '--period', '2024')).toMatchObject({ status: 1, stderr: named });
    expect(run('cluster', 'status')).toMatchObject({ status: 5, stderr: named });
  });
});
