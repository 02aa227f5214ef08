import { addAccount, addOrganisation } from '../account/accounts.store.ts';
import type { Records } from '../ground/records.store.ts';
import { seedAssessment } from './assessment.store.ts';
import { seedCompanyPlans } from './company-plans.ts';
import { seedMeasures } from './measures.ts';
import { sampleOrganisations } from './organisations.ts';
import { seedPairings } from './pairing.ts';
import { seedParks } from './parks.store.ts';
import { seedProjects } from './projects.ts';
import { seedRecognition } from './recognition.store.ts';
import { seedReview } from './review.store.ts';
import { seedScenarios } from './scenarios.ts';
import { seedReports } from './work.store.ts';

/** Makes sample activity of one part of the programme; parts run in their order. */
type Part = (records: Records) => Promise<void>;

const parts: readonly Part[] = [
  seedParks,
  seedRecognition,
  seedReview,
  seedPairings,
  seedReports,
  seedProjects,
  seedAssessment,
  seedMeasures,
  seedCompanyPlans,
  seedScenarios,
];

/** The demonstration programme: the thirteen real parks, and activity around them that is marked as sample. */
export async function seedDemonstration(records: Records): Promise<void> {
  await records.together(async (within, writing) => {
    const { organisations, accounts } = sampleOrganisations(within.world.pack);
    for (const organisation of organisations) await addOrganisation(writing, organisation);
    for (const account of accounts) await addAccount(writing, within.world.now(), account);
    for (const part of parts) await part(within);
  });
}
