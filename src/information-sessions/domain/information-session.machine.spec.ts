import {
  availableCommands,
  faults,
  parseInstant,
  ROLES,
  type ActingRole,
  type Instant,
} from '../../kernel/index.js';
import { informationSessionMachine } from './information-session.machine.js';
import { SESSION_STATES } from './information-session.js';

const MACHINES: readonly ActingRole[] = [
  'ml-machine',
  'unit-machine',
  'national-machine',
  'system',
];
const at = (text: string) => parseInstant(text) as Instant;

describe('The life-cycle of an information session', () => {
  it('has no fault', () => {
    expect(faults(informationSessionMachine)).toEqual([]);
  });

  it.each([...ROLES, ...MACHINES])('gives %s nothing on a cancelled session', (role) => {
    const subject = { state: 'cancelled', ...SESSION } as const;
    const moment = { now: at('2026-11-01T08:00:00Z'), registration: null };
    expect(availableCommands(informationSessionMachine, subject, role, moment)).toEqual([]);
  });

  it('has the unit answer, and nothing else, before it begins', () => {
    const moment = { now: at('2026-11-01T08:00:00Z'), registration: null };
    const subject = { state: SESSION_STATES[0], ...SESSION };
    const of = (role: ActingRole) =>
      availableCommands(informationSessionMachine, subject, role, moment);
    expect(of('recruiter')).toEqual(['answer']);
    expect(of('unit-manager')).toEqual(['answer']);
    expect(of('insertion-officer')).toEqual([]);
    expect(of('ml-adviser')).toEqual(['register', 'cancel']);
  });
});

const SESSION = { startsAt: at('2026-12-01T08:00:00Z'), seats: 2, registered: 0 };
