import { z } from 'zod';
import { signedList, textToSign } from './signed-list.ts';

export type ListVerdict =
  | { readonly genuine: true; readonly id: string; readonly sample: boolean; readonly publicKey: string }
  | { readonly genuine: false; readonly why: string };

/**
 * Whether a list is as it was signed.
 * @param signedBy    verifies Ed25519
 * @param expectedKey the key that the issuer is known by (PEM); without it, only that the file agrees with itself
 */
export function verifyList(
  file: unknown,
  signedBy: (publicKey: string, text: string, signature: string) => boolean,
  expectedKey?: string,
): ListVerdict {
  const parsed = signedList.safeParse(file);
  if (!parsed.success)
    return { genuine: false, why: `it is no signed list: ${z.prettifyError(parsed.error)}` };
  const { list, signature } = parsed.data;
  if (expectedKey !== undefined && expectedKey.trim() !== signature.publicKey.trim())
    return { genuine: false, why: 'it is signed with another key than the one given' };
  if (!signedBy(signature.publicKey, textToSign(list), signature.value))
    return { genuine: false, why: 'the signature is not of this list: something in it was changed' };
  return { genuine: true, id: list.id, sample: list.sample === true, publicKey: signature.publicKey };
}
