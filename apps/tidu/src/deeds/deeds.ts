import type { Deeds } from '@tidu/programme';
import { accountDeeds } from './accounts.ts';
import { assessmentDeeds } from './assessment.ts';
import { companyPlanDeeds } from './company-plans.ts';
import { fileDeeds } from './files.ts';
import { measureDeeds } from './measures.ts';
import { pairingDeeds } from './pairing.ts';
import { parkDeeds } from './parks.ts';
import { projectDeeds } from './projects.ts';
import { recognitionDeeds } from './recognition.ts';
import { reviewDeeds } from './review.ts';
import { scenarioDeeds } from './scenarios.ts';
import { workDeeds } from './work.ts';

/**
 * Who may do what in the programme, every deed in one table; docs/operate/roles.md is made from it.
 * A list shows what its `.read` covers. Nobody may what no line grants.
 */
export const deeds: Deeds = {
  ...accountDeeds,
  ...assessmentDeeds,
  ...pairingDeeds,
  ...recognitionDeeds,
  ...workDeeds,
  ...projectDeeds,
  ...reviewDeeds,
  ...parkDeeds,
  ...fileDeeds,
  ...measureDeeds,
  ...companyPlanDeeds,
  ...scenarioDeeds,
};
