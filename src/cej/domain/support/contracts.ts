import type { LocalDate } from '../../../kernel/index.js';
import type { Contract, ServiceFacts } from '../contract.js';

/** A day, in tests. */
export const day = (text: string) => text as LocalDate;

/** A CEJ of twelve months from 1 September 2026, unless something else is said. */
export function contract(more: Partial<Contract> = {}): Contract {
  return {
    id: 'c-1',
    missionLocaleId: 'ml-1',
    personId: 'p-1',
    referralId: 'r-1',
    scheme: 'CEJ',
    state: more.end ? 'ended' : 'open',
    startsOn: day('2026-09-01'),
    plannedEndOn: day('2027-08-31'),
    extension: null,
    confirmation: null,
    end: null,
    isKept: false,
    asOf: null,
    version: 1,
    ...more,
  };
}

/** A service from 15 September 2026, planned for ten months, that goes on. */
export function service(more: Partial<ServiceFacts> = {}): ServiceFacts {
  return {
    id: 's-1',
    incorporatedOn: day('2026-09-15'),
    plannedEndOn: day('2027-07-14'),
    exitedOn: null,
    ...more,
  };
}
