import { monthOf, type LocalDate } from '../../../kernel/index.js';
import {
  monthText,
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

/** Months of presence that stand, the latest last. */
export type ToldMonths = readonly Presence[];

/**
 * The months that CEU spoke of: after the incorporation, and not after the exit (exchange.md 7.a). A row may
 * take one back.
 */
export function presenceFacet(context: PresenceContext): Facet<ToldMonths> {
  return {
    nothing: [],
    afterRow: (months, { fact, lineType }) => {
      if (fact.kind !== 'presence') return { value: months };
      const { presence } = fact;
      if (lineType === 'ANNULATION') return annulled(months, presence);
      const refusal = refusalOf(context, presence);
      return refusal ?? { value: withMonth(months, presence) };
    },
    afterAct: (months, { command, said }: VolunteerAct) =>
      command === 'report-presence' && said.presence ? withMonth(months, said.presence) : months,
    isSaid: (months, { fact, lineType }: ServiceRow) => {
      if (fact.kind !== 'presence') return true;
      if (lineType === 'ANNULATION') return !hasMonth(months, fact.presence);
      return isStanding(months, fact.presence);
    },
  };
}

/** What the service shows: a month said late changes nothing once a later one is known. */
export function latestMonth(months: ToldMonths): Presence | null {
  return months.at(-1) ?? null;
}

/** True when that month stands, whatever was said of it. */
export function hasMonth(months: ToldMonths, { month }: Pick<Presence, 'month'>): boolean {
  return months.some((one) => one.month === month);
}

/** True when that month stands as it is told. */
export function isStanding(months: ToldMonths, told: Presence): boolean {
  return months.some((one) => monthText(one) === monthText(told));
}

/** True when the same months stand, as they were told. */
export function isSameMonths(months: ToldMonths, others: ToldMonths): boolean {
  return months.length === others.length && others.every((one) => isStanding(months, one));
}

/** The months once another is told, or the same otherwise. */
export function withMonth(months: ToldMonths, told: Presence): ToldMonths {
  const others = months.filter(({ month }) => month !== told.month);
  return [...others, told].toSorted((one, other) => (one.month < other.month ? -1 : 1));
}

function annulled(months: ToldMonths, { month }: Presence): { value: ToldMonths } | RowRefusal {
  return hasMonth(months, { month })
    ? { value: months.filter((one) => one.month !== month) }
    : { code: 'TRANSITION_INTERDITE', column: 'mois' };
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
