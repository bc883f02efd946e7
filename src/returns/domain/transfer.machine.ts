import type { ActingRole, LocalDate, Machine } from '../../kernel/index.js';
import { proposerOf, TRANSFER_STATES, type Transfer, type TransferState } from './transfer.js';

export type TransferCommand =
  'propose' | 'withdraw' | 'accept' | 'refuse' | 'lapse' | 'complete' | 'void';

/** Who acts on a proposal; `return` = it follows the return, which came to an end. */
export type TransferRole = ActingRole | 'return';

/** What a guard may look at besides the proposal. */
export interface TransferContext {
  readonly organisationId: string | null;
  /** Today where the mission locale that is asked is. */
  readonly today: LocalDate;
}

export type TransferCommandRefusal = 'not-yours' | 'too-early';

const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine'] as const;
const UNIT = ['recruiter', 'insertion-officer', 'unit-manager', 'unit-machine'] as const;

/**
 * Life-cycle of a proposal (domain.md 8 to 10, F15). Until it is completed whoever proposed stays in
 * charge; nobody is ever in charge without having accepted.
 */
export const returnTransferMachine: Machine<
  TransferState,
  TransferCommand,
  TransferRole,
  Transfer,
  TransferContext,
  TransferCommandRefusal
> = {
  name: 'return-transfer',
  initial: 'proposed',
  final: ['completed', 'refused', 'withdrawn', 'lapsed'],
  states: TRANSFER_STATES,
  transitions: {
    propose: {
      from: ['proposed'],
      to: 'proposed',
      // A file of the unit proposes whom the commune of a leaver names (ADR 0048).
      by: [...MISSION_LOCALE, ...UNIT, 'unit-file'],
      guard: proposerRefusal,
      emits: 'return-transfer.proposed.v1',
      about: 'L’organisme chargé du retour le propose à une autre mission locale.',
    },
    withdraw: {
      from: ['proposed'],
      to: 'withdrawn',
      by: [...MISSION_LOCALE, ...UNIT],
      guard: proposerRefusal,
      emits: 'return-transfer.withdrawn.v1',
      about: 'L’organisme qui proposait le transfert y renonce.',
    },
    accept: {
      from: ['proposed'],
      to: 'accepted',
      by: MISSION_LOCALE,
      guard: receiverRefusal,
      emits: 'return-transfer.accepted.v1',
      about: 'La mission locale sollicitée accepte de suivre le retour.',
    },
    refuse: {
      from: ['proposed'],
      to: 'refused',
      by: MISSION_LOCALE,
      guard: receiverRefusal,
      emits: 'return-transfer.refused.v1',
      about: 'La mission locale sollicitée refuse : rien ne change de mains.',
    },
    lapse: {
      from: ['proposed'],
      to: 'lapsed',
      by: ['system'],
      guard: lapseRefusal,
      emits: 'return-transfer.lapsed.v1',
      about: 'Personne n’a répondu à temps : la suite revient à l’organisme qui proposait.',
    },
    complete: {
      from: ['accepted'],
      to: 'completed',
      by: ['system'],
      emits: 'return-transfer.completed.v1',
      about: 'Le retour continue dans la mission locale qui l’a accepté.',
    },
    void: {
      from: ['proposed', 'accepted'],
      to: 'withdrawn',
      by: ['return'],
      emits: 'return-transfer.voided.v1',
      about: 'Le retour a pris fin entre-temps : il n’y a plus rien à transférer.',
    },
  },
};

function proposerRefusal(
  transfer: Transfer,
  { organisationId }: TransferContext,
): TransferCommandRefusal | undefined {
  return proposerOf(transfer) === organisationId ? undefined : 'not-yours';
}

function receiverRefusal(
  { toId }: Transfer,
  { organisationId }: TransferContext,
): TransferCommandRefusal | undefined {
  return toId === organisationId ? undefined : 'not-yours';
}

/** The whole last day is there to answer. */
function lapseRefusal(
  { dueOn }: Transfer,
  { today }: TransferContext,
): TransferCommandRefusal | undefined {
  return dueOn < today ? undefined : 'too-early';
}
