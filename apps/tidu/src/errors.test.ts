import { openStore } from '@tidu/trade';
import { expect, it } from 'vitest';
import { explain, Refused } from './errors.ts';

it('tells a refusal by its code, with what to do', () => {
  expect(explain(new Refused('no-such-load', 'there is no load 9', 'tidu loads lists them'))).toEqual({
    code: 'no-such-load',
    status: 404,
    exit: 1,
    sentence: 'there is no load 9',
    remedy: 'tidu loads lists them',
  });
});

it('calls what has no code a fault of the program', () => {
  expect(explain(new TypeError('x is undefined'))).toMatchObject({ code: 'fault', status: 500, exit: 70 });
  expect(explain(Object.assign(new Error('no'), { code: 'ENOENT' }))).toMatchObject({ code: 'fault' });
});

it('says what to do when the engine has too little memory', async () => {
  const store = await openStore({ path: ':memory:', places: [] });
  await store.connection.run("SET memory_limit = '5MB'");
  await store.connection.run("SET max_temp_directory_size = '0KB'");
  const error = await store.connection
    .run('CREATE TABLE t AS SELECT range AS a, range::VARCHAR AS b FROM range(3000000)')
    .then(
      () => undefined,
      (cause: unknown) => cause,
    );
  await store.close();
  expect(explain(error)).toMatchObject({
    code: 'out-of-memory',
    status: 503,
    remedy: expect.stringContaining('TIDU_MEMORY'),
  });
});
