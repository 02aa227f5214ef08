import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { computeFigure, type Receipt, readReceipt, verify } from './index.ts';
import { type SmallFact, smallLoad, smallPack, smallWarehouse } from './small-nation.cases.ts';

const facts: SmallFact[] = [
  { month: '2024-01', place: '110000', value: 3 },
  { month: '2024-01', place: '410000', value: 1 },
];
const warehouse = smallWarehouse(facts);
const receiptOf = async (from = warehouse): Promise<Receipt> =>
  (await computeFigure(from, smallPack, { figure: 'region-shares', period: '2024-01', flow: 'total' }))
    .receipt;

describe('a receipt', () => {
  it('holds the request, the formula, the questions, the loads and the result', async () => {
    const receipt = await receiptOf();
    expect(receipt).toMatchObject({
      receipt: 1,
      request: { figure: 'region-shares', period: '2024-01', flow: 'total', parameters: { currency: 'CNY' } },
      questions: [{ name: 'provinces', shape: 'small', sql: 'SELECT …' }],
      loads: [{ id: 1, file: 'table-1.csv', sha256: '1'.repeat(64) }],
      vintage: 1,
      pack: { id: 'small', edition: '1' },
      suppression: 'none',
      program: { name: 'tidu' },
      result: { values: { east: 75, central: 25 } },
    });
    expect(receipt.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same each time', async () => {
    expect(await receiptOf()).toEqual(await receiptOf());
  });

  it('survives a way through JSON with its keys in another order', async () => {
    const parsed: Receipt = JSON.parse(JSON.stringify(await receiptOf()));
    const turned = Object.fromEntries(Object.entries(parsed).reverse()) as unknown as Receipt;
    expect(await verify(turned, warehouse, smallPack)).toEqual({ same: true, differences: [] });
  });
});

describe('a receipt from outside', () => {
  it('is read, or refused with the field that is wrong', async () => {
    const receipt = await receiptOf();
    expect(readReceipt(JSON.parse(JSON.stringify(receipt)))).toEqual(receipt);
    const { vintage: _, ...torn } = receipt;
    expect(() => readReceipt(torn)).toThrow('vintage is missing');
    expect(() => readReceipt({ ...receipt, loads: [{ id: 'x' }] })).toThrow('loads is not as it should be');
    expect(() => readReceipt('receipt')).toThrow('no receipt');
  });
});

describe('canonical JSON', () => {
  it('is the same text for the same value', () => {
    expect(canonical({ b: 1, a: [null, 'x'], absent: undefined })).toBe('{"a":[null,"x"],"b":1}');
  });
});

describe('verify', () => {
  it('finds a value that was altered, by the seal and by the figure', async () => {
    const receipt = await receiptOf();
    const forged = {
      ...receipt,
      result: { ...receipt.result, values: { ...receipt.result.values, east: 80 } },
    };
    const { same, differences } = await verify(forged, warehouse, smallPack);
    expect(same).toBe(false);
    expect(differences.join('\n')).toMatch(/checksum does not match[\s\S]*east was 80 and is 75/);
  });

  it('finds a load that is not here, or has other bytes', async () => {
    const elsewhere = smallWarehouse(facts, { loads: [smallLoad(1, { sha256: 'f'.repeat(64) })] });
    const { differences } = await verify(await receiptOf(), elsewhere, smallPack);
    expect(differences).toEqual([expect.stringContaining('table-1.csv')]);
  });

  it('goes back to what was known when the receipt was made', async () => {
    const receipt = await receiptOf();
    const more = smallWarehouse([...facts, { month: '2024-01', place: '500000', value: 4, load: 2 }], {
      loads: [smallLoad(1), smallLoad(2)],
    });
    expect(await verify(receipt, more, smallPack)).toEqual({ same: true, differences: [] });
  });

  it('agrees with another installation where the same file has another number', async () => {
    const moved = smallWarehouse(
      facts.map((fact) => ({ ...fact, load: 7 })),
      { loads: [smallLoad(7, { sha256: '1'.repeat(64) })] },
    );
    expect((await verify(await receiptOf(), moved, smallPack)).differences).toEqual([]);
  });

  it('says when the pack is another, and when the figure can no longer be computed', async () => {
    const receipt = await receiptOf();
    expect((await verify(receipt, warehouse, { ...smallPack, edition: '2' })).differences[0]).toContain(
      'small 2',
    );
    const empty = smallWarehouse([], { loads: [smallLoad(1)] });
    expect((await verify(receipt, empty, smallPack)).differences[0]).toContain('cannot be computed');
  });
});
