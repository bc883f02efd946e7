import {
  decideCandidacy,
  isMedical,
  mayWriteConclusion,
  outcomeIssues,
  precedesReferral,
  type Candidacy,
  type CandidacyChange,
  type CandidacyCommand,
  type MedicalConclusion,
} from '../../../candidacies/index.js';
import {
  isNotOlder,
  type FieldIssue,
  type LocalDate,
  type Confirmation,
} from '../../../kernel/index.js';
import { isRowFaultCode, type RowFaultCode } from '../../catalogue/index.js';
import type { ApplyContext, CheckedRow, RowFate } from '../../use-cases/flow-ports.js';
import { actorOfLine, RowFates, type RowRefusal } from '../row-fates.js';
import type { AnswerRecords } from './answer-records.js';
import type { AnswerRow } from './columns.js';
import { SUITES } from './flow.js';
import { outcomeOf, planCommands } from './plan-commands.js';

/** A SUI row to apply. */
export type Answer = CheckedRow & { readonly row: AnswerRow };

/** A row decided: its fate, the commands that passed, in order, and what it only confirms. */
export interface DecidedAnswer {
  readonly fate: RowFate;
  readonly changes: readonly CandidacyChange[];
  readonly confirmed: Confirmation | null;
  /** The record as the row leaves it, when the same row said again would find nothing to do or to say. */
  readonly standing: Candidacy | null;
  /** Set when all that was said of this candidacy has to be weighed with the row. */
  readonly toRetell?: Candidacy;
}

export const ANSWER_FATES = new RowFates(SUITES);

/** Where the report points for a fault of the outcome. */
const COLUMNS: Readonly<Record<string, string>> = {
  '/decidedOn': 'date_suite',
  '/reexaminationOn': 'date_reexamen',
  '/plannedIncorporationOn': 'date_incorporation_prevue',
};

/** Why a row may not be applied, whoever it speaks of. */
export function refusalOf(
  { row }: Answer,
  { actor, today }: Pick<ApplyContext, 'actor' | 'today'>,
): RowRefusal | null {
  if (row.type_ligne === 'ANNULATION') {
    return { code: 'constraint-error', column: 'type_ligne', precision: 'ANNULATION' };
  }
  const outcome = outcomeOf(row);
  if (!outcome) return null;
  if (isMedical(outcome.code) && !mayWriteConclusion(actor)) {
    return { code: 'HORS_PERIMETRE', column: 'code_suite', precision: 'CONCLUSION_MEDICALE' };
  }
  const [issue] = outcomeIssues(outcome, today);
  return issue ? refusalOfIssue(issue) : null;
}

function refusalOfIssue({ pointer, code }: FieldIssue): RowRefusal {
  const column = COLUMNS[pointer] ?? 'code_suite';
  if (code === 'required') {
    return { code: 'constraint-error', column, precision: 'VALEUR_OBLIGATOIRE' };
  }
  return { code: isRowFaultCode(code) ? code : 'constraint-error', column };
}

/** Pure: what a row does to the candidacy it names, with the remarks of its matching. */
export function decideAnswer(
  answer: Answer,
  candidacy: Candidacy,
  remarks: readonly RowFaultCode[],
  records: AnswerRecords,
  context: ApplyContext,
): DecidedAnswer {
  const { row, asOf } = answer;
  const noted = remarks.map((code) =>
    ANSWER_FATES.remark(answer, { code, column: 'nom_naissance' }),
  );
  const refusal = keyFault(row, candidacy, records) ?? chronologyFault(row, candidacy, records);
  if (refusal) return untouched(ANSWER_FATES.refused(answer, refusal, noted));
  const resource = { id: candidacy.id, recipientId: candidacy.missionLocaleId };
  const medical = records.conclusions.get(candidacy.id) ?? null;
  const plan = planCommands(candidacy, row, asOf, medical);
  if (plan.kind === 'stale') {
    return untouched({ ...ANSWER_FATES.of(answer, 'P', resource, noted), isLate: true });
  }
  if (plan.kind === 'unchanged') {
    const isLate = !isNotOlder(asOf, candidacy.asOf);
    const fate = { ...ANSWER_FATES.of(answer, 'I', resource, noted), isLate };
    if (isLate) return untouched(fate);
    const standing = noted.length === 0 ? standingAfter(answer, candidacy, medical) : null;
    return { fate, changes: [], confirmed: { id: candidacy.id, asOf }, standing };
  }
  const changes = runCommands(plan.commands, answer, candidacy, medical, context);
  if ('code' in changes) {
    return untouched(ANSWER_FATES.refused(answer, changes, noted, resource));
  }
  const last = changes.at(-1)?.after;
  const sealed = changes.findLast(({ conclusion }) => conclusion !== null)?.conclusion ?? medical;
  const standing = last && noted.length === 0 ? standingAfter(answer, last, sealed) : null;
  return {
    fate: ANSWER_FATES.of(answer, 'A', resource, noted),
    changes,
    confirmed: null,
    standing,
  };
}

/** The record, if the very row that made it so would be found unchanged by its own number. */
function standingAfter(
  { row, asOf }: Answer,
  after: Candidacy,
  medical: MedicalConclusion | null,
): Candidacy | null {
  if (after.unitFileNumber !== row.numero_dossier_unite) return null;
  return planCommands(after, row, asOf, medical).kind === 'unchanged' ? after : null;
}

/** A row that changes nothing. */
export function untouched(fate: RowFate): DecidedAnswer {
  return { fate, changes: [], confirmed: null, standing: null };
}

/** The commands one after the other; the first refusal refuses them all. */
export function runCommands(
  commands: readonly CandidacyCommand[],
  { row, asOf, line }: Answer,
  candidacy: Candidacy,
  medical: MedicalConclusion | null,
  context: ApplyContext,
): readonly CandidacyChange[] | RowRefusal {
  const outcome = outcomeOf(row);
  const changes: CandidacyChange[] = [];
  let present = candidacy;
  for (const command of commands) {
    const isDecision = command === 'decide' && outcome !== null;
    const decision = decideCandidacy({
      candidacy: present,
      command,
      actor: actorOfLine(context, line),
      effectiveOn: isDecision ? outcome.decidedOn : row.date_etat,
      today: context.today,
      asOf,
      unitFileNumber: row.numero_dossier_unite,
      ...(isDecision ? { outcome } : {}),
      medical,
      isCorrection: row.type_ligne === 'CORRECTION',
    });
    if (!decision.ok) {
      const code = isRowFaultCode(decision.refusal) ? decision.refusal : 'TRANSITION_INTERDITE';
      const more = code === 'CHRONOLOGIE' ? { precision: 'SUITE_PLUS_ANCIENNE' } : {};
      return { code, column: 'etat_candidature', ...more };
    }
    changes.push(decision.change);
    present = decision.change.after;
  }
  return changes;
}

/** A file number names one candidacy of the unit: another one may not take it. */
function keyFault(
  row: AnswerRow,
  candidacy: Candidacy,
  records: AnswerRecords,
): RowRefusal | undefined {
  const holder = records.byFileNumber.get(row.numero_dossier_unite);
  if (!holder || holder.id === candidacy.id) return undefined;
  return { code: 'primary-key', column: 'numero_dossier_unite', precision: 'NUMERO_DEJA_PRIS' };
}

/** An act of the unit does not precede the referral it answers. */
function chronologyFault(
  row: AnswerRow,
  candidacy: Candidacy,
  records: AnswerRecords,
): RowRefusal | undefined {
  const referral = records.referralsById.get(candidacy.referralId ?? '');
  return referral && tooEarly(row, referral.referredOn);
}

/** Why a row may not answer a referral of that day. */
export function tooEarly(row: AnswerRow, referredOn: LocalDate | null): RowRefusal | undefined {
  const decidedOn = outcomeOf(row)?.decidedOn;
  if (!referredOn || !precedesReferral(decidedOn ?? row.date_etat, referredOn)) return undefined;
  const [column, precision] = decidedOn
    ? ['date_suite', 'SUITE_AVANT_ORIENTATION']
    : ['date_etat', 'ETAT_AVANT_ORIENTATION'];
  return { code: 'CHRONOLOGIE', column, precision };
}
