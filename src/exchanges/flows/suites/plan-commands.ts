import { isNotOlder, type AsOf } from '../../../kernel/index.js';
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
    reexaminationOn: row.date_reexamen ? spanOf(row.date_reexamen).first : null,
    assessedLevel: row.niveau_evalue ?? 'NON_EVALUE',
    plannedIncorporationOn: row.date_incorporation_prevue,
    contingent: row.contingent,
  };
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
      return ['convoke'];
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
  if (candidacy.unitFileNumber !== row.numero_dossier_unite) return false;
  switch (row.etat_candidature) {
    case 'RECUE':
      return candidacy.state === 'received' && candidacy.acknowledgedOn !== null;
    case 'EN_EVALUATION':
      return candidacy.state === 'in-evaluation';
    case 'CONVOQUEE':
      return candidacy.state === 'convoked' && candidacy.convokedOn === row.date_etat;
    case 'DECIDEE':
      return candidacy.state === 'decided' && hasOutcome(candidacy, row, medical);
    case 'CLOSE':
      return (
        candidacy.state === 'closed' && (!outcomeOf(row) || hasOutcome(candidacy, row, medical))
      );
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
