import { labelOf, type Instant, type LocalDate } from '../../kernel/index.js';
import { counted, longDate, typeset } from '../../platform/french/index.js';
import { UNIT_PRESENCES, type UnitPresence } from '../domain/code-lists.js';
import type { SessionView } from '../http/session.view.js';

export const SESSIONS_PATH = '/seances';
/** Where one is planned. */
export const PLAN_PATH = `${SESSIONS_PATH}/nouvelle`;
/** The trail above these pages. */
export const SESSION_CRUMBS = [{ href: SESSIONS_PATH, label: 'Séances d’information' }];

/** The page of a session, or one of the pages below it. */
export function sessionPath(id: string, below = ''): string {
  return `${SESSIONS_PATH}/${id}${below === '' ? '' : `/${below}`}`;
}

/** Who works with sessions on the pages: the same people as by the API. */
export const HOLDERS = { roles: ['ml-adviser', 'ml-manager'] } as const;
export const GUESTS = { roles: ['recruiter', 'unit-manager'] } as const;
export const SESSION_PAGE_READERS = { roles: [...HOLDERS.roles, ...GUESTS.roles] } as const;

/** « 14 juillet 2026 à 9 h 30 », on the clock of the mission locale. */
export function whenWords({ startsOn, startTime }: SessionView): string {
  const [hours = '', minutes = ''] = startTime.split(':');
  const time = minutes === '00' ? `${Number(hours)} h` : `${Number(hours)} h ${minutes}`;
  return typeset(`${longDate(startsOn as LocalDate)} à ${time}`);
}

/** What the unit answered. */
export function presenceWords({ presence, staff }: SessionView): string {
  if (presence === null) return 'Pas encore répondu';
  const label = labelOf(UNIT_PRESENCES, presence as UnitPresence);
  return staff === null ? label : `${label}, ${counted(staff, 'agent', 'agents')}`;
}

/** How many came, or are to come, of how many seats. */
export function seatWords({ registered, seats }: SessionView): string {
  return typeset(
    `${counted(registered, 'inscrit', 'inscrits')} sur ${counted(seats, 'place', 'places')}`,
  );
}

/** True when it has begun at `now`. */
export function isPast({ startsAt }: Pick<SessionView, 'startsAt'>, now: Instant): boolean {
  return startsAt <= now;
}
