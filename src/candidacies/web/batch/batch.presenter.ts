import type { LocalDate } from '../../../kernel/index.js';
import { labelOf } from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { counted, longDate, shortDate, typeset } from '../../../platform/french/index.js';
import { rowToken, type FormErrors, type Tone } from '../../../platform/pages/index.js';
import type { CandidacyState } from '../../domain/candidacy.js';
import { ASSESSED_LEVELS, outcomeLabel } from '../../domain/code-lists.js';
import type { CandidacyView } from '../../http/candidacy.view.js';
import { WORKLIST_PAGE_SIZE } from '../../use-cases/consult-unit-worklist.js';
import { STATE_WORDS } from '../candidacy-words.js';
import type { RowError, RowField, RowValues } from './batch-form.js';

export const BATCH_PATH = '/candidatures/lot';

/** The grid of a day, on one of its pages. */
export function gridPath(day: LocalDate, page = 1): string {
  return page === 1 ? `${BATCH_PATH}/${day}` : `${BATCH_PATH}/${day}?page=${page}`;
}

/** A candidate of a day of convocation, and the version of the file. */
export interface BatchFile {
  readonly view: CandidacyView;
  readonly version: number;
}

/** What the grid is made from. */
export interface BatchContent {
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly files: readonly BatchFile[];
  readonly page: number;
  /** How many were convoked that day; null when only what was sent is shown again. */
  readonly counts: { readonly total: number; readonly waiting: number } | null;
  readonly typed?: ReadonlyMap<string, RowValues>;
  readonly errors?: ReadonlyMap<string, RowError>;
  /** How many of the rows that were sent can be recorded as they are. */
  readonly right?: number;
}

/** A row: to fill in, or what is recorded. */
export interface BatchRow {
  readonly id: string;
  readonly number: number;
  readonly token: string;
  readonly href: string;
  readonly name: string;
  readonly under: string;
  readonly error: RowError | null;
  readonly values: RowValues | null;
  readonly state: { readonly label: string; readonly tone: Tone };
  readonly recorded: RowValues;
}

/** The grid, in words. */
export interface BatchPresented {
  readonly title: string;
  readonly heading: string;
  readonly over: string | undefined;
  readonly rows: readonly BatchRow[];
  readonly errors: FormErrors;
  readonly pages: number;
  readonly hasOpenRows: boolean;
  /** The button that leaves faulty rows aside; null where there is nothing to go on with. */
  readonly goOn: string | null;
}

const NOTHING: RowValues = {
  resultat: '',
  decision: '',
  reexamen: '',
  incorporation: '',
  niveau: '',
};

/** Every word and decision of the grid. */
export function presentBatch(content: BatchContent): BatchPresented {
  const { day, files, counts, page, errors, right = 0 } = content;
  const rows = files.map((file, index) => rowOf(file, index + 1, content));
  const heading = `Résultats de la convocation du ${longDate(day)}`;
  const pages = Math.max(1, Math.ceil((counts?.total ?? 0) / WORKLIST_PAGE_SIZE));
  return {
    title: pages > 1 ? `${heading} – page ${page} sur ${pages}` : heading,
    heading,
    over: counts ? figures(counts) : undefined,
    rows,
    errors: Object.fromEntries(
      rows.flatMap(({ error, number, name }) =>
        error ? [[`${error.field}-${number}`, typeset(`${name} : ${error.message}`)]] : [],
      ),
    ),
    pages,
    hasOpenRows: rows.some(({ values }) => values !== null),
    goOn: errors && errors.size > 0 && right > 0 ? goOnWith(right) : null,
  };
}

function goOnWith(right: number): string {
  return right === 1
    ? 'Continuer avec la ligne juste'
    : `Continuer avec les ${right} lignes justes`;
}

function figures({ total, waiting }: { total: number; waiting: number }): string {
  const all = counted(total, 'candidat', 'candidats');
  return waiting === 0
    ? `${all}, tous les résultats sont saisis`
    : `${all}, ${waiting} sans résultat`;
}

function rowOf(file: BatchFile, number: number, { today, typed, errors }: BatchContent): BatchRow {
  const { view, version } = file;
  const { id, state } = view;
  const proposed = typed?.get(id) ?? { ...NOTHING, decision: shortDate(today) };
  return {
    id,
    number,
    token: rowToken({ id, version }),
    href: `/candidatures/${id}`,
    ...namesOf(file),
    error: errors?.get(id) ?? null,
    values: isOpen(file) ? proposed : null,
    state:
      view.outcome !== null
        ? { label: 'Enregistré', tone: 'success' }
        : STATE_WORDS[state as CandidacyState],
    recorded: recordedOf(view.outcome),
  };
}

/** True for a file whose outcome the reader can post. */
export function isOpen(file: BatchFile | undefined): boolean {
  return file?.view.state === 'convoked' && file.view.availableCommands.includes('decide');
}

/** Who a row is about. */
export function namesOf(file: BatchFile | undefined): { name: string; under: string } {
  const { youngPerson = null, missionLocale = null } = file?.view ?? {};
  const birth = youngPerson ? `Naissance ${shortDate(youngPerson.birthDate as LocalDate)}` : '';
  const under = [birth, missionLocale?.name].filter(Boolean).join(' – ');
  return { name: listedName(youngPerson), under };
}

/** As lists show it: a medical outcome reads like any other refusal (interface.md 0.3). */
function recordedOf(outcome: CandidacyView['outcome']): RowValues {
  if (!outcome) return NOTHING;
  const day = (date: string | null) => (date === null ? '' : shortDate(date as LocalDate));
  return {
    resultat: typeset(outcomeLabel(outcome.code)),
    decision: day(outcome.decidedOn),
    reexamen: day(outcome.reexaminationOn),
    incorporation: day(outcome.plannedIncorporationOn),
    niveau: labelOf(ASSESSED_LEVELS, outcome.assessedLevel),
  };
}

/** How a form ended, in one sentence; null when nothing was recorded. */
export function savedWords(saved: number, faulty: number): string | null {
  if (saved === 0) return null;
  const done = counted(saved, 'résultat enregistré', 'résultats enregistrés');
  return faulty === 0 ? `${done}.` : `${done}, ${faulty} à corriger.`;
}

export const FIELD_LABELS: Readonly<Record<RowField, string>> = {
  resultat: 'Résultat',
  decision: 'Date de décision',
  reexamen: 'Date de réexamen',
  incorporation: 'Incorporation prévue',
  niveau: 'Niveau évalué',
};
