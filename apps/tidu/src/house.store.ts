import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inwardProcessing, type Pack, PlaceHistory } from '@tidu/reference';
import { readPack } from '@tidu/reference/pack';
import {
  type FactsElsewhere,
  factsIn,
  findingsIn,
  importFile,
  inBothCurrencies,
  inBoundaries,
  inEditions,
  openStore,
  previewFile,
  publishedOnly,
  type Releases,
  releasesIn,
  type Store,
  type Warehouse,
  warehouseOver,
  withUnits,
  withUnitValues,
  withYearsToDate,
} from '@tidu/trade';
import { type Registry, registryOf } from '@tidu/trade/exchange';
import type { Clearance } from './clearance.ts';
import { Concordances } from './concordances.store.ts';
import { Refused } from './errors.ts';
import { Inbox } from './inbox.store.ts';
import type { AskMeasures } from './measures.store.ts';
import { namesInBoth } from './names.ts';
import { type OpenedOnce, type ProgrammeSettings, programmeOf } from './programme.store.ts';
import { QualityDesk } from './quality.store.ts';
import { Views } from './views.store.ts';
import { readyViews } from './views.ts';

/** What a command or the server works with: the pack, and the statistics of one data folder. */
export interface House {
  readonly folder: string;
  readonly pack: Pack;
  readonly packRoot: string;
  readonly store: Store;
  readonly warehouse: Warehouse;
  /** The statistics as somebody of that clearance sees them. */
  readonly seenBy: (clearance: Clearance) => Warehouse;
  readonly concordances: Concordances;
  readonly inbox: Inbox;
  readonly releases: Releases;
  readonly views: Views;
  readonly quality: QualityDesk;
  /** What the customs publish, table by table, with nothing laid over it: what is exchanged. */
  readonly published: Warehouse;
  /** What is offered for exchange; the same for everybody. */
  readonly offered: () => Promise<Registry>;
  /** The parks programme: opened when somebody first asks for it. */
  readonly programme: OpenedOnce;
  /** The policy measures that hold now. */
  readonly measures: AskMeasures;
  close(): Promise<void>;
}

export interface HouseOptions extends Pick<ProgrammeSettings, 'begin' | 'now'> {
  /** The data folder; else `TIDU_DATA`, else `.tidu` beside the program. */
  readonly data?: string | undefined;
  /** Hears what takes more than a moment. */
  readonly say?: (line: string) => void;
}

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const packRoot = join(repository, 'packs/cn');
export const webRoot = join(repository, 'apps/web/dist');

export const dataFolder = (data?: string): string =>
  resolve(data ?? process.env.TIDU_DATA ?? join(repository, '.tidu'));

/**
 * Opens the data folder, making it on the first start, and brings the pack's official statistics
 * into it. A first start that broke off is simply taken up again: a load is all or nothing.
 * @throws Refused when the folder cannot be written, StoreFault when another process holds it
 */
export async function openHouse({ data, say = () => {}, ...programme }: HouseOptions = {}): Promise<House> {
  const folder = dataFolder(data);
  prepare(folder);
  const pack = readPack(packRoot);
  const elsewhere = clusterOfFacts();
  const memoryLimit = memoryOf(process.env.TIDU_MEMORY);
  const store = await openStore({
    path: join(folder, 'statistics.duckdb'),
    places: pack.places,
    ...(elsewhere && { elsewhere }),
    ...(memoryLimit && { memoryLimit }),
  });
  try {
    const processing = pack.tradeModes.filter((mode) => mode.processing).map((mode) => mode.code);
    processing.push(inwardProcessing);
    const warehouse = warehouseOver(store, processing);
    await takeInOfficialFigures(store, warehouse, pack, say);
    const concordances = new Concordances(join(folder, 'concordances'));
    const history = new PlaceHistory(pack.placeEvents, pack.places);
    const laidOver = (one: Warehouse) =>
      inBothCurrencies(
        withUnitValues(
          inEditions(inBoundaries(withUnits(withYearsToDate(one), pack.unitFactors), history), {
            inForce: pack.editions,
            between: (from, to) => concordances.between(from, to),
          }),
          pack.unitFactors,
        ),
      );
    const forDesk = laidOver(warehouse);
    const published = publishedOnly(warehouse);
    const forAll = laidOver(published);
    const releases = await releasesIn(store, namesInBoth(pack));
    const quality = new QualityDesk(warehouse, await findingsIn(store, () => warehouse.loads()), pack);
    const seenBy = (clearance: Clearance) => (clearance === 'desk' ? forDesk : forAll);
    const opened = programmeOf({ folder, pack, packRoot, seenBy }, { ...programme, say });
    return {
      folder,
      pack,
      packRoot,
      store,
      warehouse,
      programme: opened,
      measures: measuresOf(opened),
      seenBy,
      concordances,
      inbox: new Inbox(join(folder, 'inbox'), {
        preview: (path, options) => previewFile(store, pack, path, options),
        take: async (path, options) => {
          const taken = await importFile(store, pack, path, options);
          quality.noticeLoad();
          return taken;
        },
      }),
      views: new Views(join(folder, 'views.json'), readyViews(pack)),
      quality,
      releases,
      published,
      offered: registryOf({ pack, warehouse: published, releases }),
      close: async () => {
        await opened.close();
        await quality.close();
        await warehouse.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Short commands have no use for measures, which read the pack's when first asked for. */
function measuresOf(programme: OpenedOnce): AskMeasures {
  let ask: AskMeasures | undefined;
  return async () => {
    ask ??= (await import('./measures.store.ts')).measuresInForce(packRoot, programme);
    return ask();
  };
}

/** The cluster that holds the facts, where `CLICKHOUSE_URL` names one; else they lie in the data folder. */
export function clusterOfFacts(): FactsElsewhere | undefined {
  const { CLICKHOUSE_URL: url, CLICKHOUSE_CLUSTER: name } = process.env;
  return url ? factsIn(url, { name }) : undefined;
}

/** How much memory the engine may take: `TIDU_MEMORY`, e.g. 512MB. */
function memoryOf(text: string | undefined): string | undefined {
  if (!text || /^\d+(\.\d+)? ?[kmgt]i?b$/i.test(text)) return text;
  throw new Refused('not-understood', `TIDU_MEMORY is "${text}"`, 'write it like 512MB or 2GB');
}

function prepare(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new Refused(
      'folder-unwritable',
      `the data folder ${folder} cannot be written`,
      'set TIDU_DATA to a folder that you may write to',
    );
  }
}

async function takeInOfficialFigures(
  store: Store,
  warehouse: Warehouse,
  pack: Pack,
  say: (line: string) => void,
): Promise<void> {
  const file = join(packRoot, 'statistics/gacc-by-location.csv');
  const loads = await warehouse.loads();
  if (loads.some((load) => load.format === 'tidy-place-table' && load.sha256 === fingerprint(file))) return;
  say(`loading the official figures of the pack (${pack.edition})`);
  await importFile(store, pack, file, {});
}

const fingerprint = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
