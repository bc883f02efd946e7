import { createHash } from 'node:crypto';
import { isStrongEnough } from '../../accounts/index.js';
import type { Role } from '../../kernel/index.js';
import { DEMONSTRATION_ACCOUNTS } from '../demonstration-accounts.js';

/** Somebody the provider of the demonstration knows. */
export interface SamplePerson {
  readonly subject: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationCode: string;
  /** What a sign-in proves: a hardware key for sensitive roles, a second factor for the others. */
  readonly acr: 'eidas1-mfa' | 'eidas2';
}

/** Signs in well, and has no account in the service: for the page that says so. */
const STRANGER = {
  email: 'inconnu@ailleurs.demo',
  displayName: 'Personne sans compte',
  role: 'ml-adviser',
  organisationCode: '',
} as const;

/** Everybody of the demonstration who can sign in. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [...DEMONSTRATION_ACCOUNTS, STRANGER].map(
  (account) => ({
    ...account,
    subject: createHash('sha256').update(account.email).digest('hex').slice(0, 32),
    acr: isStrongEnough('eidas1-mfa', account.role) ? 'eidas1-mfa' : 'eidas2',
  }),
);

/** The person of a subject. */
export function personOf(subject: string): SamplePerson | undefined {
  return SAMPLE_PEOPLE.find((person) => person.subject === subject);
}
