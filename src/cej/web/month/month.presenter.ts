import { labelOf, type LocalDate } from '../../../kernel/index.js';
import { listedName, type PersonRecord } from '../../../people/index.js';
import { counted, longDate, longMonth, shortDate } from '../../../platform/french/index.js';
import type { Choice, Tab, Tone } from '../../../platform/pages/index.js';
import { CONTRACT_SCHEMES } from '../../domain/code-lists.js';
import { ROWS_PER_PAGE, type MonthList, type MonthRow } from '../../use-cases/consult-month.js';
import {
  contractPath,
  extensionWords,
  leftWords,
  STANDING_WORDS,
  warningWords,
} from '../cej-words.js';
import {
  exportHrefOf,
  hrefOf,
  MONTH_TABS,
  monthsUpTo,
  type MonthSearch,
  type MonthTab,
} from './month-search.js';

/** What the list is made from: the rows of one page. */
export interface MonthContent {
  readonly search: MonthSearch;
  readonly today: LocalDate;
  readonly list: MonthList;
  readonly people: ReadonlyMap<string, PersonRecord>;
  readonly unitName: (id: string) => string;
}

/** A contract of the list, in words. */
export interface MonthListRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly scheme: string;
  readonly unit: string;
  readonly served: string;
  readonly standing: { readonly label: string; readonly tone: Tone };
  readonly term: string;
  readonly left: string;
  readonly extension: string;
  readonly warnings: readonly string[];
}

/** The list, in words. */
export interface MonthPresented {
  readonly title: string;
  readonly about: string;
  readonly tabs: readonly Tab[];
  readonly months: readonly Choice[];
  readonly rows: readonly MonthListRow[];
  readonly total: string;
  readonly pages: number;
  /** Null when there is nothing to take away. */
  readonly exportHref: string | null;
  readonly empty: { readonly title: string; readonly text: string };
}

/** Every word and decision of the list. Its title names nobody. */
export function presentMonth(content: MonthContent): MonthPresented {
  const { search, list, today } = content;
  const { label, view } = MONTH_TABS[search.tab];
  const total = list.counts[view];
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  const where = pages > 1 ? ` – page ${search.page} sur ${pages}` : '';
  return {
    title: `CEJ et PACEA – ${longMonth(search.month)} – ${label}${where}`,
    about: `Situation au ${longDate(list.on)}, d’après ce que les unités et votre mission locale ont indiqué.`,
    tabs: (Object.keys(MONTH_TABS) as MonthTab[]).map((tab) => ({
      href: hrefOf(search, { tab }),
      label: MONTH_TABS[tab].label,
      isCurrent: tab === search.tab,
      count: list.counts[MONTH_TABS[tab].view],
    })),
    months: monthsUpTo(today).map((month) => ({ value: month, label: longMonth(month) })),
    rows: list.rows.map((row) => presentRow(row, content)),
    total: counted(total, 'contrat', 'contrats'),
    pages,
    exportHref: total > 0 ? exportHrefOf(search) : null,
    empty: total > 0 ? PAST_THE_END : EMPTY[search.tab],
  };
}

/** A contract of the list, in words. */
export function presentRow(
  { contract, standing, warnings, summary }: MonthRow,
  { people, unitName }: Pick<MonthContent, 'people' | 'unitName'>,
): MonthListRow {
  const service = summary.services.toSorted((one, other) =>
    one.incorporatedOn < other.incorporatedOn ? 1 : -1,
  )[0];
  return {
    id: contract.id,
    href: contractPath(contract.id),
    name: listedName(people.get(contract.personId)?.identity ?? null),
    scheme: contract.scheme === 'PACEA' ? labelOf(CONTRACT_SCHEMES, 'PACEA') : 'CEJ',
    unit: service ? unitName(service.unitId) : '',
    served: service ? servedWords(service) : '',
    standing: STANDING_WORDS[standing.standing],
    term: shortDate(standing.term),
    left: leftWords(standing.daysLeft),
    extension: extensionWords(standing.extension),
    warnings: warnings.map(warningWords),
  };
}

function servedWords(service: MonthRow['summary']['services'][number]): string {
  const from = `du ${shortDate(service.incorporatedOn)}`;
  return service.exitedOn
    ? `${from} au ${shortDate(service.exitedOn)}`
    : `${from}, fin prévue le ${shortDate(service.plannedEndOn)}`;
}

const PAST_THE_END = {
  title: 'Cette page est vide',
  text: 'Revenez à la première page de la liste.',
};

const EMPTY: Readonly<Record<MonthTab, { title: string; text: string }>> = {
  'a-surveiller': {
    title: 'Rien à surveiller',
    text: 'Les contrats proches d’un terme, d’une limite de durée ou d’âge, et les prolongations à confirmer apparaîtront ici.',
  },
  'en-service': {
    title: 'Personne en service',
    text: 'Les jeunes en CEJ ou en PACEA incorporés par une unité apparaîtront ici.',
  },
  sortis: {
    title: 'Personne n’est sorti',
    text: 'Les jeunes en CEJ ou en PACEA qui ont quitté une unité apparaîtront ici.',
  },
  tous: {
    title: 'Aucun contrat ce mois-là',
    text: 'Les jeunes en CEJ ou en PACEA incorporés par une unité apparaîtront ici.',
  },
};
