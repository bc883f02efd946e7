import type { Tone } from '../../platform/pages/index.js';
import type { VolunteerState } from '../domain/volunteer.js';

/** A state as the pages say it, everywhere the same. */
export const STATE_WORDS: Readonly<Record<VolunteerState, { label: string; tone: Tone }>> = {
  postponed: { label: 'Incorporation reportée', tone: 'warning' },
  absent: { label: 'Absent à l’incorporation', tone: 'warning' },
  'in-service': { label: 'En service', tone: 'success' },
  exited: { label: 'Sorti', tone: 'neutral' },
};

export const VOLUNTEERS_PATH = '/volontaires';

/** The month of a whole unit on one page. */
export const PRESENCES_PATH = `${VOLUNTEERS_PATH}/presences`;

/** The trail above the pages of services. */
export const SERVICE_CRUMBS = [{ href: VOLUNTEERS_PATH, label: 'Volontaires' }];

/** Who reads services on the pages: the same people as by the API. */
export const PAGE_READERS = {
  roles: ['recruiter', 'insertion-officer', 'unit-manager', 'ml-adviser', 'ml-manager'],
} as const;

/** Who tells what becomes of them. */
export const PAGE_WRITERS = { roles: ['recruiter', 'insertion-officer', 'unit-manager'] } as const;
