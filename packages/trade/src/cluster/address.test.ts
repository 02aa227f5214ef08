import { describe, expect, it } from 'vitest';
import { clusterAddress } from './address.ts';
import { ClusterFault } from './cluster-fault.ts';

describe('the address of a cluster', () => {
  it('names nodes, user, password, database and cluster', () => {
    expect(clusterAddress('http://ana:p%40ss@node-1:8123,node-2:9123/customs?cluster=north')).toEqual({
      nodes: ['http://node-1:8123', 'http://node-2:9123'],
      user: 'ana',
      password: 'p@ss',
      database: 'customs',
      cluster: 'north',
    });
  });
  it('is short where all is usual', () => {
    expect(clusterAddress('https://node-1')).toEqual({
      nodes: ['https://node-1:8443'],
      user: 'default',
      password: '',
      database: 'tidu',
      cluster: 'tidu',
    });
    expect(clusterAddress('http://node-1/', 'south').cluster).toBe('south');
  });
  it('is refused with what to write, and without the password', () => {
    for (const url of [
      'node-1:8123',
      'http://ana:secret@/tidu',
      'http://ana:secret@node-1/a;b',
      'http://ana:secret@node-1:port/tidu',
      'http://ana:secret@node-1/tidu?cluster=x y',
      'http://ana:secret%@node-1/tidu',
    ]) {
      let fault: unknown;
      try {
        clusterAddress(url);
      } catch (error) {
        fault = error;
      }
      expect(fault, url).toBeInstanceOf(ClusterFault);
      expect(`${(fault as ClusterFault).message} ${(fault as ClusterFault).remedy}`).not.toContain('secret');
    }
  });
});
