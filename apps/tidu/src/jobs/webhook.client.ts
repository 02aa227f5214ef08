import { createHmac } from 'node:crypto';
import { type LookupAddress, lookup } from 'node:dns';
import { type ClientRequest, request as plainRequest } from 'node:http';
import { request as safeRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';

/** Addresses that lie within a network: a webhook must not be a way to them. */
const inner = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inner.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(network, prefix, 'ipv6');

/**
 * Whether an address may be called from here: it is public, not of this machine or its networks.
 * @see RFC 6890
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  // ::ffff:10.0.0.1 is 10.0.0.1 in other clothes, and so are 6to4 and Teredo.
  if (family === 6 && /^(::ffff:|2002:|2001:0?:)/i.test(address)) return false;
  return !inner.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Why an address is not taken as a webhook, in words; nothing when it is. */
export function webhookFault(url: string, { loopback = false } = {}): string | undefined {
  if (!URL.canParse(url)) return 'write a whole address, https://…';
  const { protocol, username, password, hostname } = new URL(url);
  if (username || password) return 'an address with a name or password in it is not taken';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (loopback && (host === '127.0.0.1' || host === '::1')) return undefined;
  if (protocol !== 'https:') return 'only https:// is called';
  if (host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.internal'))
    return `${host} lies within a network`;
  if (isIP(host) !== 0 && !isPublicAddress(host)) return `${host} lies within a network`;
  return undefined;
}

export interface Signed {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * What is sent, and by which it is known where it comes from:
 *
 *   X-Tidu-Signature = v1= hex HMAC-SHA256(secret, timestamp "." body)
 *
 * Who gets it computes the same, and refuses a timestamp that is more than five minutes off.
 */
export function signed(payload: unknown, key: string, secret: string, now: Date): Signed {
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-tidu-timestamp': timestamp,
      'x-tidu-signature': `v1=${signature}`,
    },
  };
}

const patience = 10_000;

/**
 * Calls a webhook. The name is looked up once and that address is called, so that it cannot turn into
 * another in between; redirections are not followed.
 * @throws Error with why it did not get there
 */
export function callWebhook(
  url: string,
  { body, headers }: Signed,
  { loopback = false } = {},
): Promise<void> {
  const fault = webhookFault(url, { loopback });
  if (fault) return Promise.reject(new Error(fault));
  const request = url.startsWith('https:') ? safeRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const call: ClientRequest = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        timeout: patience,
        signal: AbortSignal.timeout(patience),
        lookup: (hostname, options, callback) => {
          lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
            const address = found?.find((one) => isPublicAddress(one.address));
            if (error) return callback(error, '', 0);
            if (!address || found.some((one) => !isPublicAddress(one.address)))
              return callback(new Error(`${hostname} lies within a network`), '', 0);
            // Node asks for all addresses where it may choose among them.
            if (options.all)
              return (callback as unknown as (e: null, a: LookupAddress[]) => void)(null, [address]);
            callback(null, address.address, address.family);
          });
        },
      },
      (answer) => {
        answer.resume();
        const status = answer.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve();
        else reject(new Error(`answered ${status}`));
      },
    );
    call.once('error', reject);
    call.end(body);
  });
}
