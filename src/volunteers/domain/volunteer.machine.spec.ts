import fc from 'fast-check';
import {
  addDays,
  availableCommands,
  commandsOf,
  monthOf,
  parseLocalDate,
  ROLES,
} from '../../kernel/index.js';
import type { ActingRole, Actor, LocalDate } from '../../kernel/index.js';
import { EXIT_REASONS, EXIT_SITUATIONS } from './code-lists.js';
import { decideVolunteer, type VolunteerWrites } from './decide-volunteer.js';
import { volunteerMachine, type VolunteerCommand } from './volunteer.machine.js';
import { VOLUNTEER_STATES, type Volunteer, type VolunteerState } from './volunteer.js';

const EVERY_ROLE: readonly ActingRole[] = [
  ...ROLES,
  'ml-machine',
  'unit-machine',
  'national-machine',
  'ml-file',
  'unit-file',
  'system',
];

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

const TODAY = on('2026-12-15');
const BEGUN = on('2026-03-02');
const exit = {
  exitedOn: TODAY,
  isAnnounced: true,
  reason: 'FIN_CONTRAT',
  situation: 'SANS_SOLUTION',
  wantsSupport: true,
  certifications: [],
  assessedLevel: null,
} as const;

/** A service in a state; an exit is announced for today where there is one to take back. */
function serviceIn(state: VolunteerState, isAnnounced = false): Volunteer {
  return {
    id: 'volunteer',
    unitId: 'unit',
    missionLocaleId: 'ml',
    referralId: 'referral',
    candidacyId: 'candidacy',
    personId: 'person',
    personOwnerId: 'ml',
    volunteerType: 'VS',
    track: null,
    site: null,
    state,
    stateOn: BEGUN,
    incorporatedOn: BEGUN,
    plannedEndOn: on('2027-03-01'),
    presence: null,
    exit: state === 'exited' || isAnnounced ? exit : null,
    asOf: null,
    version: 1,
  };
}

const unit: Actor = {
  type: 'file',
  id: 'file',
  scopes: [],
  organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
  channel: { kind: 'file', fileId: 'file', line: 2 },
  correlationId: 'c',
};

/** The clock takes exits into effect, and files told anew restate. */
function isOfUnit(command: VolunteerCommand): boolean {
  return command !== 'take-effect' && command !== 'restate';
}

describe('The life-cycle of a service', () => {
  it('lets each role do this in each state', () => {
    const row = (role: ActingRole): string => {
      const services = [
        ...VOLUNTEER_STATES.map((state) => [state, serviceIn(state)] as const),
        ['in-service, exit announced', serviceIn('in-service', true)] as const,
      ];
      const cells = services.map(([name, service]) => {
        const commands = availableCommands(volunteerMachine, service, role, { today: TODAY });
        return `${name}: ${commands.join(' ') || '-'}`;
      });
      return `${role.padEnd(18)}| ${cells.join(' | ')}`;
    };

    expect(`\n${EVERY_ROLE.map(row).join('\n')}\n`).toMatchSnapshot();
  });

  it('never leaves its table, whatever is told in whatever order', () => {
    const day = fc.integer({ min: -300, max: 40 }).map((days) => addDays(TODAY, days));
    const act = fc.record({
      command: fc.constantFrom(...commandsOf(volunteerMachine).filter(isOfUnit)),
      day,
      reason: fc.constantFrom(...EXIT_REASONS.values.map(({ code }) => code)),
      situation: fc.constantFrom(...EXIT_SITUATIONS.values.map(({ code }) => code)),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let volunteer = serviceIn('postponed');
        for (const { command, day: told, reason, situation } of acts) {
          const before = volunteer;
          const decision = decideVolunteer({
            volunteer,
            command,
            actor: unit,
            effectiveOn: told,
            today: TODAY,
            asOf: { on: told, sequence: 1, line: 2 },
            writes: writesOf(command, told, { reason, situation }),
          });
          if (decision.ok) volunteer = decision.change.after;
          const { from, to } = volunteerMachine.transitions[command];
          expect(volunteer.state).toBe(decision.ok ? to : before.state);
          if (decision.ok) expect(from).toContain(before.state);
          expect(volunteer.version).toBe(before.version + (decision.ok ? 1 : 0));
          expect(volunteer.exit !== null || volunteer.state !== 'exited').toBe(true);
          const { incorporatedOn, exit: left } = volunteer;
          if (left && incorporatedOn) expect(left.exitedOn >= incorporatedOn).toBe(true);
          expect(JSON.stringify(volunteer)).not.toContain('INAPTITUDE');
        }
      }),
    );
  });

  it('lets an announced exit take effect on its day, not before, and once', () => {
    const system: Actor = {
      type: 'system',
      id: 'system',
      task: 'take-exits-into-effect',
      organisation: null,
      channel: { kind: 'system', task: 'take-exits-into-effect' },
      correlationId: 'c',
    };
    const take = (volunteer: Volunteer, today: LocalDate) =>
      decideVolunteer({
        volunteer,
        command: 'take-effect',
        actor: system,
        effectiveOn: volunteer.exit?.exitedOn ?? today,
        today,
        asOf: { on: today, sequence: 0, line: 0 },
        writes: {},
      });
    const announced = serviceIn('in-service', true);

    expect(take(announced, addDays(TODAY, -1))).toMatchObject({ ok: false });
    const late = take(announced, addDays(TODAY, 3));
    expect(late).toMatchObject({
      ok: true,
      change: { after: { state: 'exited', stateOn: TODAY } },
    });
    if (!late.ok) throw new Error('it took effect');
    expect(take(late.change.after, addDays(TODAY, 3))).toMatchObject({ ok: false });
    expect(take(serviceIn('in-service'), TODAY)).toMatchObject({ ok: false });
  });

  it('is since the day of its exit, once that is corrected too', () => {
    const volunteer = serviceIn('exited');
    const corrected = { ...exit, exitedOn: addDays(TODAY, -5) };
    const decision = decideVolunteer({
      volunteer,
      command: 'correct-exit',
      actor: unit,
      effectiveOn: TODAY,
      today: TODAY,
      asOf: { on: TODAY, sequence: 0, line: 0 },
      writes: { exit: corrected },
    });
    expect(decision).toMatchObject({ change: { after: { stateOn: corrected.exitedOn } } });
  });
});

function writesOf(
  command: VolunteerCommand,
  day: LocalDate,
  said: Pick<NonNullable<VolunteerWrites['exit']>, 'reason' | 'situation'>,
): VolunteerWrites {
  switch (command) {
    case 'incorporate':
    case 'postpone':
    case 'miss':
      return {
        incorporation: {
          incorporatedOn: day,
          volunteerType: 'VS',
          track: null,
          site: null,
          plannedEndOn: addDays(day, 300),
        },
      };
    case 'report-presence':
      return { presence: { month: monthOf(day), isInService: true, isLongAbsent: false } };
    case 'announce-exit':
    case 'exit':
    case 'correct-exit':
      return { exit: { ...exit, ...said, exitedOn: day, isAnnounced: false } };
    default:
      return {};
  }
}
