import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { list } from './list.ts';
import { listToSign, textToSign, withSignature } from './signed-list.ts';
import { verifyList } from './verify-list.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
const signText = (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64');
const signedBy = (key: string, text: string, signature: string) =>
  verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));

const content = list.content.parse({
  batch: 'batch-1',
  title: { zh: '示例名单', en: 'Sample list' },
  number: '示例函〔2026〕1号',
  issuer: '示例部',
  text: '示例',
  issuedOn: '2026-11-26',
});

describe('a signed list', () => {
  it('says of a sample that it is one, within what is signed', () => {
    expect(listToSign('list-1', content, true)).toMatchObject({
      format: 'tidu-list-1',
      id: 'list-1',
      sample: true,
    });
  });

  it('is signed over the same bytes however its keys are ordered', () => {
    const told = listToSign('list-1', content, true);
    const turned = Object.fromEntries(Object.entries(told).reverse());
    expect(textToSign(turned)).toBe(textToSign(told));
  });

  it('carries what one needs to verify it', () => {
    const signed = withSignature(listToSign('list-1', content, false), 'PEM', (text) => `${text.length}`);
    expect(signed.signature.value).toBe(`${textToSign(signed.list).length}`);
    expect(signed.signature.publicKey).toBe('PEM');
  });

  it('is genuine as long as nothing in it is changed, sample mark and key included', () => {
    const signed = withSignature(listToSign('list-1', content, true), pem, signText);
    const sent = JSON.parse(JSON.stringify(signed));
    expect(verifyList(sent, signedBy)).toEqual({ genuine: true, id: 'list-1', sample: true, publicKey: pem });
    expect(verifyList(sent, signedBy, `${pem}\n`)).toMatchObject({ genuine: true });
    const real = { ...sent, list: { ...sent.list, sample: false } };
    expect(verifyList(real, signedBy)).toEqual({
      genuine: false,
      why: expect.stringContaining('was changed'),
    });
    expect(verifyList(sent, signedBy, 'another')).toMatchObject({
      why: expect.stringContaining('another key'),
    });
    expect(verifyList({ list: {} }, signedBy)).toMatchObject({
      why: expect.stringContaining('no signed list'),
    });
  });
});
