import { parseMonth, type Month, type OrganisationScope } from '../../../kernel/index.js';
import { counted, longMonth } from '../../../platform/french/index.js';
import type { UnitMonth, UnitMonthState } from '../../domain/calendar/unit-month.js';
import type { UnitGrid, UnitLine } from '../../use-cases/consult-unit-months.js';
import { CALENDAR_PATH } from '../calendar/presenter.js';
import { fileState, SLOT_WORDS, type StateWords } from '../exchange-words.js';

export const UNITS_PATH = '/echanges/unites';

/** The month an address asks for; null for none, for what is no month, and for what was before any file. */
export function monthIn(text: string): Month | null {
  const month = parseMonth(text);
  return month && month >= FIRST_MONTH ? month : null;
}

const FIRST_MONTH = '2020-01';

/** The same words as for a file or a slot. */
const MONTH_WORDS: Readonly<Record<UnitMonthState, StateWords>> = {
  late: SLOT_WORDS.late,
  missing: SLOT_WORDS.missing,
  expected: SLOT_WORDS.expected,
  partly: { label: 'Intégré en partie', tone: 'warning' },
  received: { label: 'Reçu', tone: 'info' },
  integrated: fileState({ state: 'applied', report: null }),
  upcoming: SLOT_WORDS.upcoming,
  none: { label: 'Sans objet', tone: 'neutral' },
};

/** A link of a cell; `about` tells it from those of other cells. */
export interface UnitLink {
  readonly href: string;
  readonly label: string;
  readonly about: string;
}

/** A month of a unit, in words. */
export interface UnitCell {
  readonly month: Month;
  readonly state: StateWords;
  /** How many files of how many. Empty where all are alike. */
  readonly share: string;
  readonly rejected: string;
  readonly links: readonly UnitLink[];
}

/** A unit, in words. */
export interface UnitWords {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** Its page in the register, for those who keep it. */
  readonly href: string | null;
  readonly cells: readonly UnitCell[];
}

/** The grid, in words. */
export interface UnitGridWords {
  readonly months: readonly { readonly month: Month; readonly label: string }[];
  readonly units: readonly UnitWords[];
  readonly olderHref: string | null;
  readonly newerHref: string | null;
  /** What to do with what is read. */
  readonly advice: string;
}

/** Who reads: what they may open from here. */
export interface UnitReader {
  readonly own: Pick<OrganisationScope, 'id' | 'kind'>;
  readonly canDeposit: boolean;
  readonly isAdmin: boolean;
}

/** Every word and link of the grid. */
export function unitGridWords(grid: UnitGrid, reader: UnitReader): UnitGridWords {
  const { months, lines, before, after } = grid;
  const pageOf = (month: Month | null) => (month === null ? null : `${UNITS_PATH}?mois=${month}`);
  return {
    months: months.map((month) => ({ month, label: longMonth(month) })),
    units: lines.map((line) => unitWords(line, months, reader)),
    olderHref: pageOf(before),
    newerHref: pageOf(after),
    advice: ADVICE[reader.own.kind],
  };
}

const ADVICE: Readonly<Record<OrganisationScope['kind'], string>> = {
  unit: 'Ouvrez l’année d’un mois pour voir ses fichiers un par un et lire leurs comptes rendus. Passerelle rappelle elle-même ce qui est dû.',
  'mission-locale':
    'Seuls les mois sous convention avec votre mission locale sont montrés. Passerelle rappelle elle-même aux unités ce qu’elles doivent envoyer ; ce qui arrive en retard vous est encore remis.',
  national:
    'Passerelle rappelle elle-même aux unités ce qu’elles doivent envoyer, puis prévient leur direction. Si un retard dure, appelez l’unité.',
};

function unitWords(
  { unit, months: found }: UnitLine,
  months: readonly Month[],
  reader: UnitReader,
): UnitWords {
  const isOwn = unit.id === reader.own.id;
  return {
    id: unit.id,
    name: unit.usualName,
    code: unit.code,
    href: reader.isAdmin ? `/admin/organisations/${unit.id}` : null,
    cells: months.flatMap((month, index) => {
      const one = found[index];
      if (!one) return [];
      const about = `${unit.usualName}, ${longMonth(month)}`;
      return [cell(month, one, isOwn ? ownLinks(one, month, about, reader) : [])];
    }),
  };
}

function cell(month: Month, found: UnitMonth, links: readonly UnitLink[]): UnitCell {
  const { state, concerned, owed, rejected } = found;
  const isShared = concerned < owed;
  return {
    month,
    state: MONTH_WORDS[state],
    share: isShared ? `${counted(concerned, 'fichier', 'fichiers')} sur ${owed}` : '',
    rejected: rejected === 0 ? '' : counted(rejected, 'ligne rejetée', 'lignes rejetées'),
    links,
  };
}

const AWAITED: readonly UnitMonthState[] = ['expected', 'late'];
const EMPTY: readonly UnitMonthState[] = ['none', 'upcoming'];

function ownLinks(
  { state }: UnitMonth,
  month: Month,
  about: string,
  { canDeposit }: UnitReader,
): UnitLink[] {
  if (EMPTY.includes(state)) return [];
  const year = month.slice(0, 4);
  const links = [{ href: `${CALENDAR_PATH}?annee=${year}`, label: 'Voir l’année', about }];
  return canDeposit && AWAITED.includes(state)
    ? [...links, { href: `/echanges/depot?mois=${month}`, label: 'Déposer un fichier', about }]
    : links;
}
