import { faultReason } from '@tidu/reference';
import { type Language, shortLanguage } from './language.ts';

/** Why a row is set aside, in the reader's language. */
export const reasonIn = (language: Language, reason: string): string =>
  faultReason(shortLanguage(language), reason);
