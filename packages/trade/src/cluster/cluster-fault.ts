/** The cluster cannot do what is asked; `remedy` says what to do. No message carries a password. */
export class ClusterFault extends Error {
  readonly code:
    | 'cluster-address'
    | 'cluster-unreachable'
    | 'cluster-unready'
    | 'cluster-incomplete'
    | 'cluster-of-another'
    | 'cluster-refused'
    | 'shard-down';
  readonly remedy: string;
  constructor(code: ClusterFault['code'], message: string, remedy: string) {
    super(message);
    this.name = 'ClusterFault';
    this.code = code;
    this.remedy = remedy;
  }
}
