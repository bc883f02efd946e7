import type { LocalDate } from '../../../kernel/index.js';
import {
  exitIssues,
  isSameFact,
  recordedReason,
  type Exit,
  type ExitInput,
  type Incorporation,
  type VolunteerAct,
} from '../../../volunteers/index.js';
import type { RowRefusal } from '../row-fates.js';
import type { Facet } from './fold-facet.js';
import type { ServiceRow } from './service-fact.js';

/** How a service ended. */
export interface ToldExit {
  readonly exit: Exit | null;
  readonly isExited: boolean;
  /** As the unit gave it in a file: only there is a medical reason what it is. */
  readonly input: ExitInput | null;
}

const NO_EXIT: ToldExit = { exit: null, isExited: false, input: null };

/** The exit that SOR tells, of a service that began (exchange.md 7.a: INC -> SOR). */
export function exitFacet(incorporation: Incorporation | null, today: LocalDate): Facet<ToldExit> {
  return {
    nothing: NO_EXIT,
    afterRow: (value, { fact }) => {
      if (fact.kind !== 'exit') return { value };
      if (!fact.input) return value.exit ? { value: NO_EXIT } : forbidden();
      const refusal = refusalOf(incorporation, fact.input, today);
      return refusal ?? { value: toldExit(fact.input) };
    },
    afterAct,
    isSaid: ({ exit, isExited }, { fact }: ServiceRow) => {
      if (fact.kind !== 'exit') return true;
      if (!fact.input) return exit === null;
      return isExited && isSameFact(exit, toldExit(fact.input).exit);
    },
  };
}

function toldExit(input: ExitInput): ToldExit {
  return { exit: { ...input, reason: recordedReason(input.reason) }, isExited: true, input };
}

function refusalOf(
  incorporation: Incorporation | null,
  input: ExitInput,
  today: LocalDate,
): RowRefusal | null {
  if (incorporation?.state !== 'in-service')
    return { ...forbidden(), precision: 'INCORPORATION_ATTENDUE' };
  const { incorporatedOn } = incorporation;
  if (incorporatedOn && input.exitedOn < incorporatedOn) {
    return { code: 'CHRONOLOGIE', column: 'date_sortie' };
  }
  const [issue] = exitIssues(input, today);
  if (!issue) return null;
  return issue.code === 'DATE_FUTURE'
    ? { code: 'DATE_FUTURE', column: 'date_sortie' }
    : { code: 'constraint-error', column: 'situation_sortie' };
}

function forbidden(): RowRefusal {
  return { code: 'TRANSITION_INTERDITE', column: 'date_sortie' };
}

/** Acts on an exit: made, announced, corrected or taken back. */
function afterAct(value: ToldExit, { command, said }: VolunteerAct): ToldExit {
  switch (command) {
    case 'exit':
    case 'correct-exit':
    case 'take-effect':
      return { exit: said.exit, isExited: true, input: null };
    case 'announce-exit':
      return value.isExited ? value : { exit: said.exit, isExited: false, input: null };
    case 'resume':
      return NO_EXIT;
    default:
      return value;
  }
}
