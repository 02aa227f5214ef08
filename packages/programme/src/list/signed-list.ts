import canonicalize from 'canonicalize';
import { z } from 'zod';
import { type ListContent, listContent } from './list.ts';

/** A list as data that anybody can verify: what it says, and an Ed25519 signature over its canonical JSON. */
export const signedList = z.strictObject({
  list: z
    .looseObject({ format: z.literal('tidu-list-1'), id: z.string() })
    .and(z.record(z.string(), z.unknown())),
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    /** What was signed: the UTF-8 bytes of `list` as canonical JSON (RFC 8785). */
    over: z.literal('RFC 8785 of "list"'),
    publicKey: z.string(),
    value: z.string(),
  }),
});
type SignedList = z.infer<typeof signedList>;

/** What of a list is signed. Sample lists say so in what is signed, so that they cannot pass for real ones. */
export function listToSign(id: string, content: ListContent, sample: boolean): Record<string, unknown> {
  const { issuedOn, ...told } = listContent.parse(content);
  return { format: 'tidu-list-1', id, sample, ...told, ...(issuedOn && { issuedOn }) };
}

/** The bytes that are signed, as text. */
export const textToSign = (list: unknown): string => canonicalize(list) as string;

export function withSignature(
  list: Record<string, unknown>,
  publicKey: string,
  sign: (text: string) => string,
): SignedList {
  return signedList.parse({
    list,
    signature: {
      algorithm: 'Ed25519',
      over: 'RFC 8785 of "list"',
      publicKey,
      value: sign(textToSign(list)),
    },
  });
}
