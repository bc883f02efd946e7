import { addDays, parseLocalDate, type LocalDate } from '../../../kernel/index.js';
import { isUuid } from '../../../platform/fields/index.js';
import { FormValues } from '../../../platform/pages/index.js';
import type { JournalSearch } from '../../domain/journal.js';
import type { JournalPosition } from '../../use-cases/ports.js';

export const JOURNAL_PATH = '/admin/journal';

/** What the address of the journal says: codes, ids and days, never a name. */
export interface JournalAddress {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly organisation: string;
  readonly command: string;
  readonly account: string;
  readonly kind: string;
  readonly object: string;
  readonly isOfFiles: boolean;
  /** None on the first page. */
  readonly after: JournalPosition | null;
}

/** The last seven days, today included, unless the address says otherwise. */
const DAYS_AT_FIRST = 7;
const LONGEST_TEXT = 100;
const MOMENT =
  /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/;
/** Nothing was recorded before: an address may say any day. */
const FIRST_DAY = '2000-01-01';

/** Reads an address; what does not do is as if it were not there: a link never answers an error. */
export function readJournalAddress(query: unknown, today: LocalDate): JournalAddress {
  const values = new FormValues(query);
  const text = (name: string): string => values.text(name).slice(0, LONGEST_TEXT);
  const to = dayOf(values.text('au')) ?? today;
  const asked = dayOf(values.text('du'));
  const first = addDays(to, 1 - DAYS_AT_FIRST);
  return {
    from: asked !== undefined && asked <= to ? asked : first,
    to,
    organisation: text('organisme').toUpperCase(),
    command: text('action'),
    account: text('compte').toLowerCase(),
    kind: text('objet'),
    object: text('identifiant'),
    isOfFiles: values.text('vue') === 'fichiers',
    after: positionOf(values.text('avant')),
  };
}

function dayOf(text: string): LocalDate | undefined {
  const day = parseLocalDate(text);
  return day !== undefined && day >= FIRST_DAY ? day : undefined;
}

function positionOf(text: string): JournalPosition | null {
  const [at = '', id = ''] = text.split('_');
  const day = dayOf(at.slice(0, 10));
  return day !== undefined && MOMENT.test(at) && isUuid(id) ? { at, id } : null;
}

/** The search an address stands for, on the clock of whoever looks. */
export function searchOf(address: JournalAddress, timeZone: string): JournalSearch {
  const { from, to, isOfFiles } = address;
  return {
    from,
    to,
    timeZone,
    isOfFiles,
    organisationCode: address.organisation || null,
    command: address.command || null,
    actorId: address.account || null,
    resourceType: address.kind || null,
    resourceId: address.object || null,
  };
}

/** The address of a search, with something changed; a change starts again at the latest line. */
export function journalHref(
  address: JournalAddress,
  change: Partial<JournalAddress> = {},
  path = JOURNAL_PATH,
): string {
  const { after, ...asked } = { ...address, after: null, ...change };
  const parts = new URLSearchParams({
    ...(asked.isOfFiles ? { vue: 'fichiers' } : {}),
    du: asked.from,
    au: asked.to,
    ...(asked.organisation === '' ? {} : { organisme: asked.organisation }),
    ...(asked.command === '' ? {} : { action: asked.command }),
    ...(asked.account === '' ? {} : { compte: asked.account }),
    ...(asked.kind === '' ? {} : { objet: asked.kind }),
    ...(asked.object === '' ? {} : { identifiant: asked.object }),
    ...(after === null ? {} : { avant: `${after.at}_${after.id}` }),
  });
  return `${path}?${parts.toString()}`;
}
