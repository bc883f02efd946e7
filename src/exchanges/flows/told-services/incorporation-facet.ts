import type { LocalDate } from '../../../kernel/index.js';
import {
  endIssues,
  incorporationIssues,
  isSameFact,
  type Incorporation,
  type IncorporationStatus,
  type VolunteerAct,
} from '../../../volunteers/index.js';
import type { RowRefusal } from '../row-fates.js';
import type { Facet } from './fold-facet.js';
import type { ServiceFact, ServiceRow } from './service-fact.js';

type Told = Extract<ServiceFact, { kind: 'incorporation' }>;
type Value = Incorporation | null;

const STATES = {
  INCORPORE: 'in-service',
  REPORT: 'postponed',
  ABSENT_INCORPORATION: 'absent',
} as const satisfies Record<IncorporationStatus, Incorporation['state']>;

/** What the day of incorporation is decided with. */
export interface BeginningContext {
  /** True when the candidate was found fit and selected: nobody else begins (exchange.md 7.a). */
  readonly isSelected: boolean;
  readonly today: LocalDate;
  /** Months of presence that are refused or taken back: the end they say does not count either. */
  readonly uncounted: ReadonlySet<ServiceRow>;
}

/** How the day of incorporation went, and what the service is since: INC, which may take it back, and the end that CEU says. */
export function incorporationFacet({
  isSelected,
  today,
  uncounted,
}: BeginningContext): Facet<Value> {
  return {
    nothing: null,
    afterRow: (value, said) => {
      const { fact } = said;
      if (fact.kind === 'presence') {
        return { value: uncounted.has(said) ? value : amended(value, fact.plannedEndOn) };
      }
      if (fact.kind !== 'incorporation') return { value };
      if (said.lineType === 'ANNULATION') {
        return value ? { value: null } : forbidden('statut_incorporation');
      }
      if (!value && !isSelected) return forbidden('statut_incorporation');
      const refusal = refusalOf(value, said, fact, today);
      return refusal ?? { value: replaced(value, incorporationOf(said, fact)) };
    },
    afterAct,
    isSaid: (value, { asOf, fact, lineType }) => {
      if (fact.kind !== 'incorporation') return true;
      if (lineType === 'ANNULATION') return value === null;
      return isSaidAlike(value, incorporationOf({ asOf }, fact));
    },
  };
}

/** True when a fact says what the record already says, whenever it was first said. */
export function isSaidAlike(one: Value, other: Value): boolean {
  if (!one || !other) return one === other;
  return isSameFact({ ...one, stateOn: other.stateOn }, other);
}

/** Who was incorporated on a day that a file tells is so since that day. */
function incorporationOf({ asOf }: Pick<ServiceRow, 'asOf'>, fact: Told): Incorporation {
  const { status, input } = fact;
  const since = status === 'REPORT' ? asOf.on : (input.incorporatedOn ?? asOf.on);
  return { ...input, state: STATES[status], stateOn: since };
}

/** What is said again is so since the first time. */
function replaced(value: Value, told: Incorporation): Incorporation {
  return value && isSaidAlike(value, told) ? value : told;
}

function refusalOf(
  value: Value,
  { asOf, lineType }: ServiceRow,
  { status, input }: Told,
  today: LocalDate,
): RowRefusal | null {
  const { incorporatedOn } = input;
  const issue = incorporationIssues(status === 'REPORT' ? noDay(input) : input, today)[0];
  if (issue && !(status === 'REPORT' && issue.pointer === '/incorporatedOn')) {
    return issueOf(issue.code, issue.pointer);
  }
  if (status === 'REPORT' && incorporatedOn && incorporatedOn <= asOf.on) {
    return { code: 'CHRONOLOGIE', column: 'date_incorporation' };
  }
  if (!value || lineType === 'CORRECTION') return null;
  if (value.state === 'in-service') {
    const isSame =
      status === 'INCORPORE' &&
      value.incorporatedOn === incorporatedOn &&
      value.volunteerType === input.volunteerType;
    return isSame ? null : forbidden('statut_incorporation');
  }
  const isBefore = value.incorporatedOn && incorporatedOn && incorporatedOn < value.incorporatedOn;
  return value.state === 'absent' && isBefore
    ? { code: 'CHRONOLOGIE', column: 'date_incorporation' }
    : null;
}

/** A postponed day is to come: only its end is looked at as that of a day that was. */
function noDay(input: Told['input']): Told['input'] {
  return { ...input, incorporatedOn: null };
}

function issueOf(code: string, pointer: string): RowRefusal {
  const column = pointer === '/plannedEndOn' ? 'date_fin_prevue' : 'date_incorporation';
  if (code === 'DATE_FUTURE' || code === 'CHRONOLOGIE') return { code, column };
  return { code: 'constraint-error', column };
}

function forbidden(column: string): RowRefusal {
  return { code: 'TRANSITION_INTERDITE', column };
}

/** The end that a month of presence says, of a service that has begun. */
function amended(value: Value, plannedEndOn: Incorporation['plannedEndOn']): Value {
  if (value?.state !== 'in-service') return value;
  const { incorporatedOn } = value;
  if (endIssues({ incorporatedOn, plannedEndOn }).length > 0) return value;
  return value.plannedEndOn === plannedEndOn ? value : { ...value, plannedEndOn };
}

/** An act that was once allowed; without effect where the service no longer is where it starts from. */
function afterAct(value: Value, { command, said }: VolunteerAct): Value {
  const told = said.incorporation;
  switch (command) {
    case 'incorporate':
    case 'postpone':
    case 'miss':
      return value?.state === 'in-service' || !told ? value : told;
    case 'amend': {
      if (value?.state !== 'in-service' || !told) return value;
      const { track, site, plannedEndOn } = told;
      return { ...value, track, site, plannedEndOn };
    }
    default:
      return value;
  }
}
