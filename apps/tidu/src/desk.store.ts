import { computeFigure, readReceipt, verify } from '@tidu/indicators';
import { readPack } from '@tidu/reference/pack';
import { importFile, withdrawLoad } from '@tidu/trade';
import { aboutAnswer } from './about.ts';
import { askServer } from './desk.client.ts';
import type { Desk } from './desk.ts';
import { Refused } from './errors.ts';
import { dataFolder, type House, openHouse, packRoot } from './house.store.ts';
import { knownDimension, understoodQuery } from './query-request.ts';
import { runningServer } from './running-server.file.ts';
import { tableOf } from './table.ts';
import { tableFile } from './table-file.file.ts';

/** The desk of a data folder: of its server where one is running, else of its store. */
async function openDesk(data: string | undefined, say: (line: string) => void): Promise<Desk> {
  const server = runningServer(dataFolder(data));
  const desk = server && (await askServer(server, readPack(packRoot)));
  return desk ?? deskIn(await openHouse({ data, say }));
}

export async function withDesk<T>(
  data: string | undefined,
  say: (line: string) => void,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const desk = await openDesk(data, say);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

function deskIn(house: House): Desk {
  const { pack, warehouse, seenBy, store, releases, quality, close } = house;
  const asked = seenBy('desk');
  return {
    pack,
    figure: (request) => computeFigure(warehouse, pack, request),
    answer: (question) => asked.aggregate(understoodQuery(question)),
    file: async (question, { format, language, across }) => {
      const answer = await asked.stream(
        understoodQuery(question),
        across ? { across: knownDimension(across) } : {},
      );
      const written = tableOf(answer, pack, language);
      const table = { ...written, about: aboutAnswer({ ...answer, count: written.count }, language) };
      let rows = 0;
      const at = (done: number) => {
        rows = done;
      };
      const bytes = await tableFile(table, format, { language, scratch: store.scratch, at });
      bytes.once('close', () => void answer.close());
      return {
        rows: table.count,
        bytes,
        written: async () => rows,
        missingMonths: answer.missingMonths,
        synthetic: answer.loads.some((load) => load.synthetic),
      };
    },
    guidance: async (name, request) => {
      const { groundFor, guided, guidanceNamed, everybody } = await guidance();
      const named = guidanceNamed(name);
      return guided(named, await groundFor(house, 'desk', everybody), pack, request);
    },
    verify: async (receipt) => {
      const { isGuidanceReceipt, verifyGuidance, groundFor, everybody } = await guidance();
      return isGuidanceReceipt(receipt)
        ? verifyGuidance(receipt, await groundFor(house, 'desk', everybody), pack)
        : verify(readReceipt(receipt), warehouse, pack);
    },
    loads: () => warehouse.loads(),
    quarantine: (load) => warehouse.quarantine(load),
    take: (path, options) => importFile(store, pack, path, options),
    withdraw: (load, reason) => withdrawLoad(store, load, reason),
    releases,
    quality,
    lastMonth: async () =>
      (await warehouse.coverage())
        .flatMap(({ months }) => months)
        .sort()
        .at(-1),
    close,
  };
}

/** Read when it is first asked for: short commands have no use for it. */
const guidance = async () => ({
  ...(await import('./guidance/ground.store.ts')),
  ...(await import('./guidance/guided.ts')),
  ...(await import('./guidance/verify-guidance.ts')),
  everybody: (await import('@tidu/programme')).everybody,
});

/** The period asked for, or the year to date at the last month loaded. */
export async function periodOr(desk: Desk, period: string | undefined, ytd: (month: string) => string) {
  if (period) return period;
  const last = await desk.lastMonth();
  if (last) return ytd(last);
  throw new Refused('not-loaded', 'nothing is loaded', 'import customs files: tidu import FILE');
}
