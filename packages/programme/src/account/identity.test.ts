import { describe, expect, it } from 'vitest';
import { type Link, linkOf } from './identity.ts';

const issuer = 'https://id.example.org';
const waiting: Link = { account: 'wang', issuer, email: 'wang@example.org' };
const bound: Link = { account: 'li', issuer, email: 'li@example.org', subject: 'sub-li' };
const links = [waiting, bound];
const claims = { issuer, subject: 'sub-new', email: 'wang@example.org', emailVerified: true };

describe('who signs in elsewhere', () => {
  it('is the account that an administrator has linked, by a verified e-mail the first time', () => {
    expect(linkOf({ ...claims, email: ' Wang@Example.org' }, links)).toBe(waiting);
  });

  it('is known by the subject from then on, whatever the e-mail', () => {
    expect(linkOf({ ...claims, subject: 'sub-li', email: 'other@example.org' }, links)).toBe(bound);
    expect(linkOf({ ...claims, email: 'li@example.org' }, links)).toBeUndefined();
  });

  it('is nobody with an e-mail that was not verified, of another provider, or that nobody linked', () => {
    expect(linkOf({ ...claims, emailVerified: false }, links)).toBeUndefined();
    expect(linkOf({ ...claims, issuer: 'https://elsewhere.example.org' }, links)).toBeUndefined();
    expect(linkOf({ ...claims, email: 'zhao@example.org' }, links)).toBeUndefined();
    expect(linkOf({ ...claims, email: undefined }, links)).toBeUndefined();
  });

  it('is nobody where two accounts wait for the same e-mail', () => {
    expect(linkOf(claims, [...links, { ...waiting, account: 'wang-2' }])).toBeUndefined();
  });
});
