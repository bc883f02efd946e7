import type { Role } from '../../../kernel/index.js';
import { counted, longInstant, typeset } from '../../../platform/french/index.js';
import type { Notice } from '../../../platform/pages/index.js';
import { codesToConfirm, type ExchangeFile } from '../../domain/exchange-file.js';
import type { RowAnomaly } from '../../flow/index.js';
import { anomalyCount, subjectOf, verdictOf, type AnomalyGroup } from '../../report/index.js';
import { fileState, type StateWords } from '../exchange-words.js';
import { causesOf, faultyLines, type Cause, type FaultyLine } from '../findings/presenter.js';
import { whatOf } from '../overview/presenter.js';

/** Who deposits, and takes rejected lines away: they hold the values of people (the same as the API). */
const OPERATORS: readonly Role[] = ['exchange-operator'];

/** Something odd that somebody confirms before the file is applied. */
export interface ToConfirm {
  readonly code: string;
  readonly message: string;
}

/** What the report's page is made from. */
export interface ReportFacts {
  readonly file: ExchangeFile;
  readonly groups: readonly AnomalyGroup[];
  /** The anomalies of the first lines. */
  readonly first: readonly RowAnomaly[];
  readonly role: Role;
  readonly timeZone: string;
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
  readonly causes: readonly Cause[];
  readonly lines: readonly FaultyLine[];
  readonly more: string | null;
  /** Only of a held file: nothing else waits for a confirmation. */
  readonly toConfirm: readonly ToConfirm[];
  /** How many lines the reader may look at, correct and send again; null when there are none. */
  readonly rejects: string | null;
  /** Where a corrected file is deposited; null for a reader who may not. */
  readonly depositHref: string | null;
  readonly hasTable: boolean;
  readonly references: readonly (readonly [label: string, value: string | null])[];
}

/** Words and decisions of the report's page. */
export function reportWords({ file, groups, first, role, timeZone }: ReportFacts): ReportWords {
  const subject = subjectOf(file, groups);
  const isRunning = file.state === 'registered';
  const isOperator = OPERATORS.includes(role);
  const rest = anomalyCount(subject) - subject.faults.length - first.length;
  const hasRejects = isOperator && file.counters.rejected > 0 && file.state !== 'internal-error';
  return {
    id: file.id,
    title: file.fileName ?? 'Fichier sans nom lisible',
    what: whatOf(file),
    state: fileState(file),
    verdict: typeset(isRunning ? 'Le fichier est en cours de contrôle.' : verdictOf(subject)),
    isRunning,
    figures: file.counters.read === 0 ? [] : figuresOf(file.counters),
    causes: causesOf(subject.faults, subject.groups, file.state === 'held'),
    lines: faultyLines(first),
    more: rest > 0 ? `Et ${counted(rest, 'autre anomalie', 'autres anomalies')}.` : null,
    toConfirm: file.state === 'held' ? questionsOf(file) : [],
    rejects: hasRejects
      ? counted(file.counters.rejected, 'ligne rejetée', 'lignes rejetées')
      : null,
    depositHref: isOperator && needsAnother(file) ? depositHref(file) : null,
    hasTable: !isRunning && subject.groups.length + subject.faults.length > 0,
    references: referencesOf(file, timeZone),
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

function needsAnother({ state, counters }: ExchangeFile): boolean {
  return state === 'refused' || state === 'rejected' || (counters.rejected > 0 && state !== 'held');
}

/** A file taken in part is completed; one that was not taken at all is sent again. */
export function depositHref({ state, place }: ExchangeFile): string {
  if (!place || state === 'refused' || state === 'rejected') return '/echanges/depot';
  const { flow, period } = place;
  return `/echanges/depot?flux=${flow}&mois=${period.slice(0, 7)}&nature=C`;
}

function referencesOf(file: ExchangeFile, timeZone: string): ReportWords['references'] {
  return [
    ['Accusé ou avis', file.number],
    ['Reçu le', longInstant(file.receivedAt, timeZone)],
    ['Compte rendu', file.report?.number ?? null],
    ['Empreinte SHA-256', file.sha256],
  ];
}

function questionsOf(file: ExchangeFile): ToConfirm[] {
  return codesToConfirm(file).map((code) => {
    const messages = file.faults.filter((one) => one.code === code).map(({ message }) => message);
    return { code, message: typeset([...new Set(messages)].join(' ') || code) };
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
