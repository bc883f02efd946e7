import fc from 'fast-check';
import { availableCommands, commandsOf, parseLocalDate, ROLES } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import { candidacyMachine, type CandidacyRole } from './candidacy.machine.js';
import { CANDIDACY_STATES, type Candidacy, type CandidacyState } from './candidacy.js';
import { decideCandidacy } from './decide-candidacy.js';

const EVERY_ROLE: readonly CandidacyRole[] = [
  ...ROLES,
  'ml-machine',
  'unit-machine',
  'national-machine',
  'ml-file',
  'unit-file',
  'system',
  'referral',
];

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}

const TODAY = on('2026-12-15');
const asOf = { on: TODAY, sequence: 0, line: 0 };

/** A candidacy in a state; once decided, one that may be taken up again since the 1st. */
function candidacyIn(state: CandidacyState): Candidacy {
  const isDecided = state === 'decided' || state === 'closed';
  return {
    id: 'candidacy',
    unitId: 'unit',
    missionLocaleId: 'ml',
    referralId: 'referral',
    personId: 'person',
    personOwnerId: 'ml',
    origin: 'ML',
    unitFileNumber: null,
    state,
    stateOn: on('2026-11-17'),
    acknowledgedOn: null,
    convokedOn: null,
    decision: isDecided
      ? {
          code: 'AJOURNE',
          decidedOn: on('2026-11-17'),
          reexaminationOn: on('2026-12-01'),
          assessedLevel: 'NON_EVALUE',
          plannedIncorporationOn: null,
          contingent: null,
        }
      : null,
    asOf: null,
    version: 1,
  };
}

function row(role: CandidacyRole): string {
  const context = { today: TODAY, asOf, medical: null, isCorrection: false };
  const cells = CANDIDACY_STATES.map((state) => {
    const commands = availableCommands(candidacyMachine, candidacyIn(state), role, context);
    return `${state}: ${commands.join(' ') || '-'}`;
  });
  return `${role.padEnd(18)}| ${cells.join(' | ')}`;
}

describe('The life-cycle of a candidacy', () => {
  it('lets each role do this in each state', () => {
    expect(`\n${EVERY_ROLE.map(row).join('\n')}\n`).toMatchSnapshot();
  });

  it('never leaves its table, whatever is asked of it', () => {
    const unit: Actor = {
      type: 'file',
      id: 'file',
      scopes: [],
      organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
      channel: { kind: 'file', fileId: 'file', line: 2 },
      correlationId: 'c',
    };
    const act = fc.record({
      command: fc.constantFrom(...commandsOf(candidacyMachine).filter((one) => one !== 'restate')),
      day: fc
        .integer({ min: 1, max: 15 })
        .map((day) => on(`2026-12-${String(day).padStart(2, '0')}`)),
      code: fc.constantFrom('AJOURNE', 'ABSENT', 'INAPTE_TEMPORAIRE', 'NON_RETENU_SELECTION'),
      isCorrection: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let candidacy = candidacyIn('received');
        for (const { command, day, code, isCorrection } of acts) {
          const before = candidacy;
          const { from, to } = candidacyMachine.transitions[command];
          const decision = decideCandidacy({
            candidacy,
            command,
            actor: unit,
            effectiveOn: day,
            today: TODAY,
            asOf: { on: day, sequence: 1, line: 2 },
            isCorrection,
            ...(command === 'decide'
              ? {
                  outcome: {
                    code,
                    decidedOn: day,
                    reexaminationOn: null,
                    assessedLevel: 'NON_EVALUE',
                    plannedIncorporationOn: null,
                    contingent: null,
                  },
                }
              : {}),
          });
          if (decision.ok) candidacy = decision.change.after;
          expect(candidacy.state).toBe(decision.ok ? to : before.state);
          if (decision.ok) expect(from).toContain(before.state);
          expect(candidacy.version).toBe(before.version + (decision.ok ? 1 : 0));
          expect(candidacy.decision !== null || candidacy.state !== 'decided').toBe(true);
          expect(JSON.stringify(candidacy)).not.toContain('INAPTE');
        }
      }),
    );
  });
});
