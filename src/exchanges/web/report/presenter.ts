import type { Role } from '../../../kernel/index.js';
import { counted } from '../../../platform/french/index.js';
import type { Notice } from '../../../platform/pages/index.js';
import { codesToConfirm, type ExchangeFile } from '../../domain/exchange-file.js';
import { subjectOf, verdictOf, type AnomalyGroup, type ReportSubject } from '../../report/index.js';
import { toDoFirst } from '../../report/to-do.js';
import { FILE_STATES, type StateWords } from '../exchange-words.js';
import { whatOf } from '../overview/presenter.js';

/** Who may take rejected lines away: they hold the values of people (the same as the API). */
const REJECTS_ROLES: readonly Role[] = ['exchange-operator'];

/** A cause of anomalies, with how many lines it holds. */
export interface Cause {
  readonly code: string;
  readonly message: string;
  readonly correction: string;
  readonly column: string | null;
  /** How many lines, or that the whole file is meant. */
  readonly count: string;
}

/** Something odd that somebody confirms before the file is applied. */
export interface ToConfirm {
  readonly code: string;
  readonly message: string;
}

/** The report of a file, in words. */
export interface ReportWords {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly state: StateWords;
  readonly verdict: string;
  readonly isRunning: boolean;
  readonly figures: readonly (readonly [label: string, value: number])[];
  readonly todo: readonly Cause[];
  readonly causes: readonly Cause[];
  /** Only of a held file: nothing else waits for a confirmation. */
  readonly toConfirm: readonly ToConfirm[];
  /** Whether the reader may take the rejected lines away, and there are some. */
  readonly hasRejects: boolean;
  readonly receipt: string | null;
  readonly report: string | null;
  readonly sha256: string;
}

/** Words and decisions of the report's page, for a reader of this role. */
export function reportWords(
  file: ExchangeFile,
  groups: readonly AnomalyGroup[],
  role: Role,
): ReportWords {
  const subject = subjectOf(file, groups);
  const isRunning = file.state === 'registered';
  const { counters } = file;
  return {
    id: file.id,
    title: file.fileName ?? 'Fichier sans nom lisible',
    what: whatOf(file),
    state: FILE_STATES[file.state],
    verdict: isRunning ? 'Le fichier est en cours de contrôle.' : verdictOf(subject),
    isRunning,
    figures: counters.read === 0 ? [] : figuresOf(counters),
    todo: toDoFirst(subject).map((cause) => causeOf(cause, subject.faults)),
    causes: causesOf(subject),
    toConfirm: file.state === 'held' ? questionsOf(file) : [],
    hasRejects: counters.rejected > 0 && REJECTS_ROLES.includes(role),
    receipt: file.number,
    report: file.report?.number ?? null,
    sha256: file.sha256,
  };
}

function figuresOf(counters: ExchangeFile['counters']): ReportWords['figures'] {
  return [
    ['Lignes lues', counters.read],
    ['Appliquées', counters.applied],
    ['Inchangées', counters.unchanged],
    ['En revue', counters.inReview],
    ['Périmées', counters.stale],
    ['Rejetées', counters.rejected],
  ];
}

/** A fault of the file itself comes from the door or from a gate, and counts no line. */
function causesOf({ faults, groups }: ReportSubject): Cause[] {
  const whole = faults.map((fault) => ({ ...fault, column: null, count: 1 }));
  return [...whole, ...groups].map((cause) => causeOf(cause, faults));
}

function causeOf(
  { code, message, correction, column, count }: Omit<AnomalyGroup, 'level'>,
  faults: ReportSubject['faults'],
): Cause {
  const isOfFile = column === null && faults.some((one) => one.message === message);
  const said = isOfFile ? 'Tout le fichier' : counted(count, 'ligne', 'lignes');
  return { code, message, correction, column, count: said };
}

function questionsOf(file: ExchangeFile): ToConfirm[] {
  return codesToConfirm(file).map((code) => {
    const fault = file.faults.find((one) => one.code === code);
    return { code, message: fault?.message ?? code };
  });
}

/** What to say once something was confirmed: only the last confirmation lets the file go on. */
export function confirmationNotice(file: ExchangeFile): Notice {
  if (file.state !== 'held') {
    return { tone: 'success', text: 'Le fichier est confirmé : il va être appliqué.' };
  }
  return {
    tone: 'info',
    text: 'Votre confirmation est enregistrée. Le fichier attend encore une autre confirmation.',
  };
}
