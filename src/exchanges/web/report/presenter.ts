import { counted } from '../../../platform/french/index.js';
import { codesToConfirm, type ExchangeFile } from '../../domain/exchange-file.js';
import { subjectOf, verdictOf, type AnomalyGroup } from '../../report/index.js';
import { toDoFirst } from '../../report/to-do.js';
import { FILE_STATES, type StateWords } from '../exchange-words.js';
import { whatOf } from '../overview/presenter.js';

/** A cause of anomalies, with how many lines it holds. */
export interface Cause {
  readonly code: string;
  readonly message: string;
  readonly correction: string;
  readonly column: string | null;
  readonly count: string;
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
  /** Codes that somebody has to confirm before the file is applied. */
  readonly toConfirm: readonly string[];
  readonly hasRejects: boolean;
  readonly receipt: string | null;
  readonly report: string | null;
  readonly sha256: string;
}

/** Words and decisions of the report's page. */
export function reportWords(file: ExchangeFile, groups: readonly AnomalyGroup[]): ReportWords {
  const subject = subjectOf(file, groups);
  const whole = subject.faults.map((fault) => ({ ...fault, column: null, count: 1 }));
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
    todo: toDoFirst(subject).map(causeOf),
    causes: [...whole, ...subject.groups].map(causeOf),
    toConfirm: codesToConfirm(file),
    hasRejects: counters.rejected > 0,
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

function causeOf({ code, message, correction, column, count }: Omit<AnomalyGroup, 'level'>): Cause {
  return { code, message, correction, column, count: counted(count, 'ligne', 'lignes') };
}
