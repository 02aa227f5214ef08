import type { Offer } from '@tidu/trade/exchange';
import { Command } from 'commander';
import { Refused } from '../errors.ts';
import { dataFolder, openHouse, webRoot } from '../house.store.ts';
import { httpServer } from '../http.server.ts';
import { keepDuties } from '../jobs/duties.job.ts';
import { mailBy } from '../jobs/mail.client.ts';
import { type OidcClient, oidcClient } from '../oidc.client.ts';
import { announce, runningServer, withdraw } from '../running-server.file.ts';

const say = (line: string): void => void process.stderr.write(`tidu: ${line}\n`);

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the web app and its API')
    .option('-p, --port <number>', 'port to listen on (PORT; 4600)')
    .option('--host <address>', 'address to listen on (HOST; 127.0.0.1)')
    .option('--data <folder>', 'data folder (TIDU_DATA; .tidu beside the program)')
    .option('--public', 'show everybody only what the customs publish and what has been released')
    .option('--publisher <name>', 'who offers the data, as the catalogue says it (TIDU_PUBLISHER)')
    .option('--licence <address>', 'address of the licence of the data (TIDU_LICENCE)')
    .addHelpText(
      'after',
      '\nExamples:\n  tidu serve\n  PORT=8080 tidu serve\n  tidu serve --data /srv/tidu\n  tidu serve --public --host 0.0.0.0',
    )
    .action(async (options: Options) => {
      const port = portFrom(options.port ?? process.env.PORT ?? '4600');
      const host = options.host ?? process.env.HOST ?? '127.0.0.1';
      const offer = {
        publisher: options.publisher ?? process.env.TIDU_PUBLISHER,
        licence: addressFrom(options.licence ?? process.env.TIDU_LICENCE),
      };
      await serve({ port, host, data: options.data, openToPublic: options.public === true, offer });
    });
}

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Where people reach the server, when that is through another that speaks https for it. */
function originFrom(text: string | undefined): URL | undefined {
  if (!text) return undefined;
  if (URL.canParse(text)) return new URL(text);
  throw new Refused('not-understood', `TIDU_ORIGIN is "${text}"`, 'write it like https://tidu.example.cn');
}

/** The OpenID provider that the environment names. @throws Refused when only half of it is said */
function providerFrom(
  { TIDU_OIDC_ISSUER: issuer, TIDU_OIDC_CLIENT: client, TIDU_OIDC_SECRET: secret }: NodeJS.ProcessEnv,
  origin: string,
): OidcClient | undefined {
  if (!issuer) return undefined;
  if (URL.canParse(issuer) && client && secret) {
    return oidcClient({ issuer, client, secret, back: new URL('/api/session/provider/back', origin).href });
  }
  throw new Refused(
    'not-understood',
    'TIDU_OIDC_ISSUER needs TIDU_OIDC_CLIENT and TIDU_OIDC_SECRET beside it, and to be an address',
    'set all three as the provider says them, or none (docs/operate/accounts.md)',
  );
}

interface Options {
  port?: string;
  host?: string;
  data?: string;
  public?: boolean;
  publisher?: string;
  licence?: string;
}

function addressFrom(text: string | undefined): string | undefined {
  if (text === undefined || URL.canParse(text)) return text;
  throw new Refused(
    'not-understood',
    `"${text}" is no address of a licence`,
    'write one that begins with https://',
  );
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Refused('not-understood', `"${text}" is not a port`, 'choose a number from 1 to 65535');
}

async function serve({
  port,
  host,
  data,
  openToPublic,
  offer,
}: {
  port: number;
  host: string;
  data: string | undefined;
  openToPublic: boolean;
  offer: Offer;
}): Promise<void> {
  const folder = dataFolder(data);
  const house = await openHouse({ data, say }).catch((error: unknown) => {
    throw refusalToShare(error, folder);
  });
  const note = announce(folder, `http://${host}:${port}`);
  const origin = originFrom(process.env.TIDU_ORIGIN);
  const mail = mailBy(process.env);
  const server = await httpServer({
    house,
    webRoot,
    token: note.token,
    openToPublic,
    offer,
    secure: origin?.protocol === 'https:',
    sampleSignIn: !openToPublic && !origin && loopback.includes(host),
    mail: mail !== undefined,
    provider: providerFrom(process.env, origin?.href ?? `http://${host}:${port}/`),
    log: true,
  });
  let duties = { stop: async () => {} };
  const stop = async (): Promise<void> => {
    withdraw(folder);
    await duties.stop();
    await server.close();
    await house.close();
    process.exit(0);
  };
  try {
    await server.listen({ port, host });
  } catch (error) {
    withdraw(folder);
    await house.close();
    throw refusalToListen(error, host, port);
  }
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const address = origin?.origin ?? `http://${host}:${port}`;
  duties = keepDuties(house.programme, { mail, address }, say);
  process.stdout.write(`Tidu is at http://${host}:${port}\n`);
}

/** Who holds the folder is told by its address where that is known: that is what the user wants to open. */
function refusalToShare(error: unknown, folder: string): unknown {
  const other = (error as { code?: string }).code === 'store-in-use' ? runningServer(folder) : undefined;
  if (!other) return error;
  return new Refused(
    'store-in-use',
    `Tidu is already running on ${folder}, at ${other.address}`,
    'open that address, or stop it, or set TIDU_DATA to another folder',
  );
}

function refusalToListen(error: unknown, host: string, port: number): unknown {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') {
    return new Refused('port-taken', `port ${port} is taken`, `choose another: PORT=${port + 1} npm start`);
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return new Refused('port-taken', `${host}:${port} cannot be listened on`, 'choose another PORT or HOST');
  }
  return error;
}
