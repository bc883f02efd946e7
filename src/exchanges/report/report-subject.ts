import { CODE_LISTS_ON, ENGINE_VERSION } from '../domain/engine.js';
import type { ExchangeFile, ReportHead, RowCounters } from '../domain/exchange-file.js';
import type { DoorFault, FaultLevel } from '../catalogue/index.js';
import { INCIDENT } from './incident.js';

/** Anomalies of rows that are one and the same thing to correct, and how many there are. */
export interface AnomalyGroup {
  readonly code: string;
  readonly level: FaultLevel;
  readonly column: string | null;
  readonly message: string;
  readonly correction: string;
  readonly count: number;
}

/**
 * What a report is about; `LOCAL` for a file checked before being sent, `REFUSE` at the door,
 * `INCIDENT` for one that we failed on.
 */
export interface ReportSubject {
  readonly report: string | null;
  /** Number of the provisional report it replaces, once it is final. */
  readonly replaces?: string | undefined;
  readonly receipt: string | null;
  readonly fileName: string | null;
  readonly isTest: boolean;
  /** Null while nobody can say. */
  readonly code: ReportHead['code'] | null;
  readonly stage: ReportHead['stage'] | 'LOCAL' | 'REFUSE' | 'INCIDENT';
  readonly schemaVersion: string | null;
  readonly counters: RowCounters;
  readonly faults: readonly DoorFault[];
  readonly groups: readonly AnomalyGroup[];
}

/** The subject of a file of the ledger. */
export function subjectOf(file: ExchangeFile, groups: readonly AnomalyGroup[]): ReportSubject {
  return {
    report: file.report?.number ?? null,
    replaces: file.report?.replaces,
    receipt: file.number,
    fileName: file.fileName,
    isTest: file.place?.mode === 'T',
    code: file.report?.code ?? null,
    stage: file.report?.stage ?? stageOf(file),
    schemaVersion: file.manifest?.schemaVersion ?? null,
    counters: file.counters,
    faults: file.faults,
    groups: file.state === 'internal-error' ? [INCIDENT] : groups,
  };
}

function stageOf({ state }: ExchangeFile): ReportSubject['stage'] {
  if (state === 'refused') return 'REFUSE';
  if (state === 'internal-error') return 'INCIDENT';
  return state === 'held' ? 'A_CONFIRMER' : 'PROVISOIRE';
}

/** The report without its anomalies, in the keys and the order of exchange.md 7.d. */
export function headOf(subject: ReportSubject) {
  const { read, applied, unchanged, inReview, stale, rejected } = subject.counters;
  return {
    crm: subject.report,
    remplace_crm: subject.replaces ?? null,
    aee: subject.receipt,
    fichier: subject.fileName,
    essai: subject.isTest,
    code: subject.code,
    stade: subject.stage,
    schema_version: subject.schemaVersion,
    moteur: ENGINE_VERSION,
    nomenclatures: CODE_LISTS_ON,
    compteurs: {
      lues: read,
      appliquees: applied,
      inchangees: unchanged,
      en_revue: inReview,
      perimees: stale,
      rejetees: rejected,
    },
    anomalies_par_code: countByCode(subject),
  };
}

/** How many anomalies of each code, faults of the whole file included, codes in their order. */
export function countByCode({ faults, groups }: Pick<ReportSubject, 'faults' | 'groups'>) {
  const counts = new Map<string, number>();
  const add = (code: string, count: number): unknown =>
    counts.set(code, (counts.get(code) ?? 0) + count);
  for (const { code } of faults) add(code, 1);
  for (const { code, count } of groups) add(code, count);
  const sorted = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted);
}

/** How many anomalies the report tells. */
export function anomalyCount({ faults, groups }: ReportSubject): number {
  return faults.length + groups.reduce((sum, { count }) => sum + count, 0);
}
