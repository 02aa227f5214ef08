import { matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apart } from '../vitest.config.ts';
import { content, filesOfTheProject, imports } from './repository.ts';

const files = filesOfTheProject();
const sources = files.filter((path) => /^(packages|apps)\/.*\.tsx?$/.test(path) && !path.endsWith('.gen.ts'));
const roomOf = (path: string) => path.split('/').slice(0, 2).join('/');

/** Who may call whom: the table of ARCHITECTURE.md. */
const mayImport: Record<string, string[]> = {
  'packages/reference': [],
  'packages/regional': [],
  'packages/trade': ['reference'],
  'packages/synthetic': ['reference'],
  'packages/indicators': ['reference', 'regional', 'trade'],
  'packages/policy': ['reference'],
  'packages/guidance': ['reference', 'regional', 'indicators', 'policy'],
  'packages/programme': ['reference'],
  'packages/documents': ['reference', 'policy', 'guidance', 'programme'],
  'apps/tidu': [
    'reference',
    'regional',
    'trade',
    'indicators',
    'synthetic',
    'policy',
    'guidance',
    'programme',
    'documents',
    'pack-cn',
  ],
  'apps/web': ['reference'],
};

/** The suffix is the licence to touch the world; everything else decides and is pure. */
const mayTouchTheWorld =
  /(\.(file|store|duckdb|clickhouse|command|route|job|worker|server|client|migration|contract|cases|test|bench)\.tsx?|\/main\.ts|vite\.config\.ts)$/;

describe('the house', () => {
  it('has only rooms that the architecture names', () => {
    expect([...new Set(sources.map(roomOf))].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it('lets a room import only the rooms below it', () => {
    const trespasses = sources.flatMap((path) => {
      const allowed = mayImport[roomOf(path)] ?? [];
      const isTest = path.endsWith('.test.ts');
      return imports(path)
        .filter((name) => name.startsWith('@tidu/'))
        .map((name) => name.split('/')[1] as string)
        .filter((name) => !allowed.includes(name) && !isTest)
        .map((name) => `${path} imports @tidu/${name}`);
    });
    expect(trespasses).toEqual([]);
  });

  it('reaches into another room only through its door', () => {
    const throughTheWall = sources.flatMap((path) => {
      const inside = (name: string) => {
        const up = name.split('/').filter((part) => part === '..').length;
        return up <= path.split('/').length - 3;
      };
      return imports(path)
        .filter((name) => name.startsWith('..') && !inside(name))
        .map((name) => `${path} imports ${name}`);
    });
    expect(throughTheWall).toEqual([]);
  });

  it('keeps Node and databases out of files without a licence', () => {
    const unlicensed = sources
      .filter((path) => !mayTouchTheWorld.test(path) && roomOf(path) !== 'apps/web')
      .flatMap((path) =>
        imports(path)
          .filter((name) =>
            /^(node:|@duckdb\/|@clickhouse\/|@electric-sql\/|kysely$|pg$|nodemailer$)/.test(name),
          )
          .map((name) => `${path} imports ${name}`),
      );
    expect(unlicensed).toEqual([]);
  });

  it('keeps regional and the page free of Node altogether', () => {
    const nodeless = sources.filter(
      (path) => /^(packages\/regional|apps\/web\/src)\//.test(path) && !path.endsWith('.test.ts'),
    );
    expect(nodeless.filter((path) => imports(path).some((name) => name.startsWith('node:')))).toEqual([]);
  });

  it('names files after the one thing they hold', () => {
    const shapeless = /(^|\/)(utils?|helpers?|common|misc|manager|service|data|info)(\.|\/)/;
    expect(sources.filter((path) => shapeless.test(path))).toEqual([]);
    expect(sources.filter((path) => !/^[a-z0-9./$-]+$/i.test(path))).toEqual([]);
  });

  it('keeps files short', () => {
    const long = sources.filter((path) => content(path).split('\n').length > 400);
    expect(long).toEqual([]);
  });

  it('runs each test that changes its process in a process of its own', () => {
    const changes =
      /\bvi\.(mock|doMock|stub\w+|useFakeTimers|setSystemTime)\(|\bprocess\.chdir\(|\bprocess\.env(\.\w+|\[[^\]]+\])? = |delete process\.env/;
    const tests = files.filter((path) => /\.test\.tsx?$/.test(path) && path !== 'test/house.test.ts');
    const shared = tests.filter((path) => !apart.some((pattern) => matchesGlob(path, pattern)));
    expect(shared.length).toBeGreaterThan(100);
    expect(shared.filter((path) => changes.test(content(path)))).toEqual([]);
  });

  it('speaks of itself alone: no path of a machine, no address of a registry', () => {
    const telling =
      /(\/work\/(main|shared)|\/root\/|\/home\/\w+\/|registry\.npmjs|npmmirror|"resolved": "http)/;
    const text = files.filter(
      (path) => !/\.(png|ico|woff2?|xlsx?|parquet)$/.test(path) && path !== 'test/house.test.ts',
    );
    expect(text.filter((path) => telling.test(content(path)))).toEqual([]);
  });

  it('says in CONTRIBUTING why each dependency is there', () => {
    const manifests = files.filter((path) => path.endsWith('package.json'));
    const named = new Set(
      manifests.flatMap((path) => {
        const { dependencies = {}, devDependencies = {} } = JSON.parse(content(path));
        return Object.keys({ ...dependencies, ...devDependencies }).filter(
          (name) => !name.startsWith('@tidu/'),
        );
      }),
    );
    const why = content('CONTRIBUTING.md');
    expect([...named].filter((name) => !why.includes(`\`${name}\``))).toEqual([]);
  });

  it('pins every dependency', () => {
    const manifests = files.filter((path) => path.endsWith('package.json'));
    const loose = manifests.flatMap((path) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(content(path));
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(([name, version]) => !name.startsWith('@tidu/') && !/^\d/.test(version as string))
        .map(([name]) => `${path}: ${name}`);
    });
    expect(loose).toEqual([]);
  });
});
