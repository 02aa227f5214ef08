import type { Call } from '../batch/call.ts';
import type { Reason } from '../ground/workflow.ts';
import { type Field, fields } from './course.ts';
import type { ApplicationForm } from './form.ts';

export interface Lack extends Reason {
  readonly field: Field;
}

const present: Readonly<Record<Exclude<Field, 'documents'>, (form: ApplicationForm) => boolean>> = {
  parkName: ({ parkName }) => parkName.zh !== '',
  place: ({ place }) => place !== '',
  applicant: ({ applicant }) => applicant !== '',
  zones: ({ zones }) => zones.length > 0 && zones.every(({ geometry }) => geometry !== undefined),
  industries: ({ industries }) => industries.length > 0 && industries.every(({ name }) => name !== ''),
  processingTrade: ({ processingTrade }) => processingTrade.length > 0,
  partner: ({ partner }) => partner.place !== '' && partner.name !== '',
  contacts: ({ contacts }) =>
    contacts.some(({ name, phone, email }) => name !== '' && (phone !== '' || email !== '')),
  texts: ({ texts }) => texts.overview !== '',
};

/** What a form has to have before it can go on, and has not: fields, and documents that the call requires. */
export function lacking(form: ApplicationForm, call: Call): Lack[] {
  const empty = (Object.keys(present) as (keyof typeof present)[])
    .filter((field) => !present[field](form))
    .map((field): Lack => ({ field, ...fields[field] }));
  const handed = new Set(form.documents.map(({ document }) => document));
  const documents = call.documents
    .filter(({ id, required }) => required && !handed.has(id))
    .map(
      ({ title, clause }): Lack => ({ field: 'documents', ...title, ...(clause && { clause: clause.zh }) }),
    );
  return [...empty, ...documents];
}
