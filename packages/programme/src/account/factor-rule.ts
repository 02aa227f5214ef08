import { isAdministrator } from './administrators.ts';
import type { Role } from './asker.ts';

/** Of whom a second factor is asked, from few to all. */
export const factorRules = ['administrators', 'staff', 'everybody'] as const;
export type FactorRule = (typeof factorRules)[number];

/** Staff work for public bodies; these come from outside. */
const outside: readonly Role[] = ['company', 'expert'];

/**
 * Whether an account of this role has to have a second factor. Of administrators it is always asked.
 * @see OWASP ASVS 5.0, 6.3.3
 * @example needsSecondFactor('expert', 'staff') // false
 */
export const needsSecondFactor = (role: Role, rule: FactorRule): boolean =>
  rule === 'everybody' || isAdministrator(role) || (rule === 'staff' && !outside.includes(role));
