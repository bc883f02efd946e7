import { monthOf, type LocalDate } from '../../../kernel/index.js';
import {
  isSameFact,
  type Incorporation,
  type Presence,
  type VolunteerAct,
} from '../../../volunteers/index.js';
import type { RowRefusal } from '../row-fates.js';
import type { ToldExit } from './exit-facet.js';
import type { Facet } from './fold-facet.js';
import type { ServiceRow } from './service-fact.js';

/** With what a month of presence is decided. */
export interface PresenceContext {
  readonly incorporation: Incorporation | null;
  readonly exit: ToldExit;
  readonly today: LocalDate;
}

/** The latest month that CEU spoke of: after the incorporation, and not after the exit (exchange.md 7.a). */
export function presenceFacet(context: PresenceContext): Facet<Presence | null> {
  return {
    nothing: null,
    afterRow: (value, { fact }) => {
      if (fact.kind !== 'presence') return { value };
      const refusal = refusalOf(context, fact.presence);
      return refusal ?? { value: later(value, fact.presence) };
    },
    afterAct: (value, { command, said }: VolunteerAct) =>
      command === 'report-presence' && said.presence ? later(value, said.presence) : value,
    isSaid: (value, { fact }: ServiceRow) =>
      fact.kind !== 'presence' || isSameFact(value, fact.presence),
  };
}

/** A month said late changes nothing once a later one is known. */
function later(value: Presence | null, told: Presence): Presence {
  return value && value.month > told.month ? value : told;
}

function refusalOf(
  { incorporation, exit, today }: PresenceContext,
  { month, isInService }: Presence,
): RowRefusal | null {
  if (month > monthOf(today)) return { code: 'DATE_FUTURE', column: 'mois' };
  if (incorporation?.state !== 'in-service') {
    return { code: 'TRANSITION_INTERDITE', column: 'en_service' };
  }
  const { incorporatedOn } = incorporation;
  if (incorporatedOn && month < monthOf(incorporatedOn)) {
    return { code: 'CHRONOLOGIE', column: 'mois' };
  }
  const exitedOn = exit.isExited ? exit.exit?.exitedOn : undefined;
  if (isInService && exitedOn && month > monthOf(exitedOn)) {
    return { code: 'TRANSITION_INTERDITE', column: 'en_service' };
  }
  return null;
}
