import { daysBetween, type LocalDate } from '../../../kernel/index.js';
import { listedName, youngPersonView, type PersonRecord } from '../../../people/index.js';
import { counted, longDate } from '../../../platform/french/index.js';
import type { ConsistencyException } from '../../domain/exception-rules.js';
import { EXCEPTION_PAGE_SIZE } from '../../use-cases/consult-exceptions.js';
import { repairHref, RULE_WORDS } from '../exception-words.js';

/** What the list is made from. */
export interface ExceptionListContent {
  readonly items: readonly ConsistencyException[];
  readonly people: ReadonlyMap<string, PersonRecord>;
  readonly total: number;
  readonly page: number;
  readonly today: LocalDate;
}

/** A line of the list, in words. */
export interface ExceptionLine {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly label: string;
  readonly since: string;
  readonly lasts: string;
  readonly repair: string;
}

/** The list, in words. */
export interface ExceptionListPresented {
  readonly title: string;
  readonly lines: readonly ExceptionLine[];
  readonly total: string;
  readonly pages: number;
}

/** Every word and decision of the list of exceptions. */
export function presentExceptions(content: ExceptionListContent): ExceptionListPresented {
  const { items, total, page } = content;
  const pages = Math.max(1, Math.ceil(total / EXCEPTION_PAGE_SIZE));
  return {
    title: pages > 1 ? `Suivis à reprendre – page ${page} sur ${pages}` : 'Suivis à reprendre',
    lines: items.map((one) => lineOf(one, content)),
    total: counted(total, 'suivi à reprendre', 'suivis à reprendre'),
    pages,
  };
}

function lineOf(one: ConsistencyException, { people, today }: ExceptionListContent): ExceptionLine {
  const { rule, record, recordId, personId, since } = one;
  const { label, repair } = RULE_WORDS[rule];
  const person = personId === null ? null : people.get(personId);
  const days = daysBetween(since, today);
  return {
    id: `${rule} ${recordId}`,
    href: repairHref(record, recordId),
    name:
      personId === null ? 'Candidat direct' : listedName(person ? youngPersonView(person) : null),
    label,
    since: longDate(since),
    lasts: days > 0 ? `depuis ${counted(days, 'jour', 'jours')}` : '',
    repair,
  };
}
