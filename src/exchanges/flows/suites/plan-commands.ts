import { addDays, isNotOlder } from '../../../kernel/index.js';
import type { AsOf, LocalDate, Month } from '../../../kernel/index.js';
import {
  isMasked,
  type Candidacy,
  type CandidacyCommand,
  type MedicalConclusion,
  type OutcomeInput,
} from '../../../candidacies/index.js';
import { spanOf } from '../../flow/index.js';
import type { AnswerRow } from './columns.js';

/** What a row asks of the candidacy it names. */
export type AnswerPlan =
  | { readonly kind: 'unchanged' }
  /** Something more recent is known already. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'commands'; readonly commands: readonly CandidacyCommand[] };

/** The outcome a row carries; null when it carries none. */
export function outcomeOf(row: AnswerRow): OutcomeInput | null {
  if (!row.code_suite || !row.date_suite) return null;
  return {
    code: row.code_suite,
    decidedOn: row.date_suite,
    reexaminationOn: row.date_reexamen && firstDayAfter(row.date_suite, row.date_reexamen),
    assessedLevel: row.niveau_evalue ?? 'NON_EVALUE',
    plannedIncorporationOn: row.date_incorporation_prevue,
    contingent: row.contingent,
  };
}

/** A month of re-examination starts on its first day, or on the day after the decision made in it. */
function firstDayAfter(decidedOn: LocalDate, again: LocalDate | Month): LocalDate {
  const { first, last } = spanOf(again);
  return first <= decidedOn && decidedOn < last ? addDays(decidedOn, 1) : first;
}

/**
 * The commands that bring a candidacy to what a row says (architecture.md 7.5): none when it is
 * there already, the outcome then the closing when a closed file tells its outcome for the first time.
 */
export function planCommands(
  candidacy: Candidacy,
  row: AnswerRow,
  asOf: AsOf,
  medical: MedicalConclusion | null,
): AnswerPlan {
  if (saysTheSame(candidacy, row, medical)) return { kind: 'unchanged' };
  if (!isNotOlder(asOf, candidacy.asOf)) return { kind: 'stale' };
  return { kind: 'commands', commands: commandsFor(candidacy, row, medical) };
}

function commandsFor(
  candidacy: Candidacy,
  row: AnswerRow,
  medical: MedicalConclusion | null,
): CandidacyCommand[] {
  switch (row.etat_candidature) {
    case 'RECUE':
      return ['acknowledge'];
    case 'EN_EVALUATION':
      return candidacy.state === 'decided' ? ['reopen'] : ['evaluate'];
    case 'CONVOQUEE':
      // A photo may skip the new examination between a postponement and the next convocation.
      return candidacy.state === 'decided' ? ['reopen', 'convoke'] : ['convoke'];
    case 'DECIDEE':
      return ['decide'];
    case 'CLOSE':
      return outcomeOf(row) && !hasOutcome(candidacy, row, medical)
        ? ['decide', 'close']
        : ['close'];
  }
}

function saysTheSame(
  candidacy: Candidacy,
  row: AnswerRow,
  medical: MedicalConclusion | null,
): boolean {
  // A closed file no longer changes: all that counts is that its outcome is the one told.
  if (candidacy.state === 'closed') {
    const isOutcomeTold = !outcomeOf(row) || hasOutcome(candidacy, row, medical);
    return row.etat_candidature === 'CLOSE' && isOutcomeTold;
  }
  if (candidacy.unitFileNumber !== row.numero_dossier_unite) return false;
  switch (row.etat_candidature) {
    case 'RECUE':
      return candidacy.state === 'received' && candidacy.acknowledgedOn !== null;
    case 'EN_EVALUATION':
      return candidacy.state === 'in-evaluation' && candidacy.stateOn === row.date_etat;
    case 'CONVOQUEE':
      return candidacy.state === 'convoked' && candidacy.convokedOn === row.date_etat;
    case 'DECIDEE':
      return candidacy.state === 'decided' && hasOutcome(candidacy, row, medical);
    case 'CLOSE':
      return false;
  }
}

/** True when the outcome on record is the one of the row, behind its mask too. */
function hasOutcome(
  { decision }: Candidacy,
  row: AnswerRow,
  medical: MedicalConclusion | null,
): boolean {
  const outcome = outcomeOf(row);
  if (!decision || !outcome) return false;
  const known = isMasked(decision) && medical ? { ...decision, ...medical } : decision;
  return (
    known.code === outcome.code &&
    known.decidedOn === outcome.decidedOn &&
    known.reexaminationOn === outcome.reexaminationOn &&
    known.assessedLevel === outcome.assessedLevel &&
    known.plannedIncorporationOn === outcome.plannedIncorporationOn &&
    known.contingent === (outcome.contingent ?? known.contingent)
  );
}
