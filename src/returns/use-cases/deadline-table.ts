import { isTerritoryCode, TERRITORIES, type LocalDate } from '../../kernel/index.js';
import {
  namedLines,
  readDay,
  repeatedKeys,
  type Bodies,
  type NamedLine,
  type ReferenceRow,
  type TableFault,
  type TableReading,
  type TableRecord,
} from '../../organisations/index.js';
import {
  DEADLINE_RULES,
  type DeadlineOverride,
  type DeadlineRuleCode,
} from '../domain/deadline.rules.js';

/** The columns of a file of deadlines, in order. */
export const DEADLINE_COLUMNS = [
  'delai',
  'territoire',
  'code_organisme',
  'premier_jour',
  'dernier_jour',
  'duree',
] as const;
type Column = (typeof DEADLINE_COLUMNS)[number];

/** How a file names the rules. */
export const DEADLINE_CODES: Readonly<Record<DeadlineRuleCode, string>> = {
  'return-prepare': 'RETOUR_PREPARATION',
  'return-attach': 'RETOUR_RATTACHEMENT',
  'return-acknowledge': 'RETOUR_ACCUSE_RECEPTION',
  'return-first-contact': 'RETOUR_PREMIER_CONTACT',
  'return-next-attempt': 'RETOUR_RELANCE',
  'return-transfer': 'RETOUR_AUTRE_TERRITOIRE',
  'transfer-answer': 'TRANSFERT_REPONSE',
  'invitation-answer': 'INVITATION_REPONSE',
  'invitation-assign': 'INVITATION_AFFECTATION',
  'invitation-silence': 'INVITATION_SILENCE',
  'return-settle': 'RETOUR_CLASSEMENT',
  'return-to-manager': 'RETOUR_ALERTE_RESPONSABLE',
  'return-to-arml': 'RETOUR_ALERTE_REGION',
  'return-attempts': 'RETOUR_TENTATIVES',
  'answer-remind': 'ORIENTATION_RELANCE',
  'answer-to-manager': 'ORIENTATION_ALERTE_RESPONSABLE',
  'answer-free': 'ORIENTATION_SANS_REPONSE',
  'incorporation-tell': 'INCORPORATION_A_DIRE',
  'incorporation-redate': 'INCORPORATION_A_REDATER',
  'exit-tell': 'SORTIE_A_DIRE',
};
const RULES_BY_CODE = new Map(
  Object.entries(DEADLINE_CODES).map(([rule, code]) => [code, rule as DeadlineRuleCode]),
);
const MOST = 366;
/** Stands for a territory or an organisation that a row does not name. */
const ANY = '-';

/** What a file is read against. */
export interface DeadlineTableContext {
  readonly bodies: Bodies;
  readonly known: readonly DeadlineOverride[];
  readonly today: LocalDate;
}

/** A length set otherwise as a row of its set: found by its rule, its place and its first day. */
export function deadlineRow(override: DeadlineOverride, { byId }: Bodies): ReferenceRow {
  const { rule, territory, organisationId, validFrom, validTo, length } = override;
  const organisation = organisationId === null ? ANY : (byId.get(organisationId)?.code ?? ANY);
  const place = [territory, organisationId === null ? null : organisation];
  return {
    key: [DEADLINE_CODES[rule], territory ?? ANY, organisation, validFrom].join(' '),
    label: `${DEADLINE_CODES[rule]} – ${place.filter(Boolean).join(', ')}, depuis le ${validFrom}`,
    values: { validTo: validTo ?? '', length: String(length) },
  };
}

/** The cells of a length set otherwise, in a file. */
export function deadlineCells(override: DeadlineOverride, bodies: Bodies): readonly string[] {
  const { key, values } = deadlineRow(override, bodies);
  const cells = key.split(' ').map((cell) => (cell === ANY ? '' : cell));
  return [...cells, values['validTo'] ?? '', values['length'] ?? ''];
}

/** What a row sets; nothing when its organisation is not in the register. */
export function deadlineOfRow(
  { key, values }: ReferenceRow,
  { byCode }: Bodies,
): DeadlineOverride | undefined {
  const [code = '', territory = '', organisation = '', from = ''] = key.split(' ');
  const rule = RULES_BY_CODE.get(code);
  const validFrom = readDay(from);
  const organisationId = organisation === ANY ? null : byCode.get(organisation)?.id;
  if (!rule || !validFrom || organisationId === undefined) return undefined;
  return {
    rule,
    length: Number(values['length']),
    territory: isTerritoryCode(territory) ? territory : null,
    organisationId,
    validFrom,
    validTo: readDay(values['validTo'] ?? '') ?? null,
  };
}

/**
 * Reads a file of deadlines. A rule that changes never moves a date already given: what is new begins
 * today at the earliest, and what holds may only end.
 */
export function readDeadlines(
  records: readonly TableRecord[],
  context: DeadlineTableContext,
): TableReading {
  const { lines, faults } = namedLines(DEADLINE_COLUMNS, records);
  const read = lines.map((line) => ({ line: line.line, ...readLine(line, context) }));
  const rows = read.flatMap(({ row, line }) => (row ? [{ row, line }] : []));
  const repeated = repeatedKeys(
    rows.map(({ row, line }) => ({ line, key: row.key })),
    'premier_jour',
  );
  return {
    rows: rows.map(({ row }) => row),
    faults: [...faults, ...read.flatMap((one) => one.faults), ...repeated],
  };
}

type Wrong = readonly [isWrong: boolean, column: Column, said: string];

function readLine(
  named: NamedLine,
  context: DeadlineTableContext,
): { readonly row: ReferenceRow | null; readonly faults: readonly TableFault[] } {
  const { bodies } = context;
  const cell = (column: Column): string => named.cells[column] ?? '';
  const [territory, code] = [cell('territoire'), cell('code_organisme')];
  const rule = RULES_BY_CODE.get(cell('delai'));
  const validFrom = readDay(cell('premier_jour'));
  const validTo = cell('dernier_jour') === '' ? null : readDay(cell('dernier_jour'));
  const length = /^\d{1,3}$/.test(cell('duree')) ? Number(cell('duree')) : undefined;
  const isOrdered = !validFrom || !validTo || validFrom <= validTo;
  const least = rule && DEADLINE_RULES[rule].counts === 'attempts' ? 1 : 0;
  const isLong = length !== undefined && length >= least && length <= MOST;
  const said: readonly Wrong[] = [
    [rule === undefined, 'delai', UNKNOWN_RULE],
    [territory !== '' && !isTerritoryCode(territory), 'territoire', TERRITORY],
    [territory === '' && code === '', 'territoire', SOMEWHERE],
    [code !== '' && !bodies.byCode.has(code), 'code_organisme', UNKNOWN_BODY],
    [validFrom === undefined, 'premier_jour', DAY],
    [validTo === undefined || !isOrdered, 'dernier_jour', LAST_DAY],
    [!isLong, 'duree', LENGTH],
  ];
  const faults = faultsOf(named, said);
  if (faults.length > 0 || !rule || !validFrom || validTo === undefined || length === undefined) {
    return { row: null, faults };
  }
  const override: DeadlineOverride = {
    rule,
    length,
    territory: isTerritoryCode(territory) ? territory : null,
    organisationId: code === '' ? null : (bodies.byCode.get(code)?.id ?? null),
    validFrom,
    validTo,
  };
  const past = faultsOf(named, pastFaults(override, context));
  return { row: past.length > 0 ? null : deadlineRow(override, bodies), faults: past };
}

/** Why a line would move dates already given. */
function pastFaults(
  override: DeadlineOverride,
  { bodies, known, today }: DeadlineTableContext,
): readonly Wrong[] {
  const { key } = deadlineRow(override, bodies);
  const before = known.find((one) => deadlineRow(one, bodies).key === key);
  if (!before) return [[override.validFrom < today, 'premier_jour', FROM_TODAY]];
  const hasBegun = before.validFrom < today;
  const isEnded = override.validTo !== before.validTo;
  const wasOver = before.validTo !== null && before.validTo < today;
  const endsInPast = override.validTo !== null && override.validTo < today;
  return [
    [hasBegun && override.length !== before.length, 'duree', BEGUN],
    [hasBegun && isEnded && (wasOver || endsInPast), 'dernier_jour', END_FROM_TODAY],
  ];
}

function faultsOf({ line }: NamedLine, wrong: readonly Wrong[]): readonly TableFault[] {
  return wrong.filter(([isWrong]) => isWrong).map(([, column, said]) => ({ line, column, said }));
}

const UNKNOWN_RULE = `Les délais sont ${Object.values(DEADLINE_CODES).join(', ')}.`;
const TERRITORY = `Les territoires sont ${Object.keys(TERRITORIES).join(', ')} ; laissez vide pour un seul organisme.`;
const SOMEWHERE = 'Donnez un territoire, un organisme, ou les deux.';
const UNKNOWN_BODY = 'Aucun organisme ne porte ce code : ajoutez-le d’abord aux organismes.';
const DAY = 'Le premier jour doit être une date réelle, par exemple 2026-01-01 ou 01/01/2026.';
const LAST_DAY = 'Le dernier jour est vide, ou une date réelle, le premier jour ou après lui.';
const LENGTH = `La durée est un nombre entier, de 0 à ${MOST} ; au moins 1 pour des tentatives.`;
const FROM_TODAY =
  'Un délai nouveau vaut au plus tôt aujourd’hui : les dates déjà données ne changent pas.';
const BEGUN =
  'Ce délai vaut déjà et sa durée ne change plus : donnez-lui un dernier jour, et ajoutez une ligne.';
const END_FROM_TODAY =
  'Ce délai a déjà compté : il finit aujourd’hui au plus tôt, et ce qui est fini le reste.';
