import { Injectable } from '@nestjs/common';
import {
  CandidacyChanges,
  decideCandidacy,
  isMedical,
  mayWriteConclusion,
  outcomeIssues,
  precedesReferral,
  type Candidacy,
  type CandidacyChange,
} from '../../../candidacies/index.js';
import { Referrals } from '../../../referrals/index.js';
import { isBlocking, ROW_FAULTS, type RowFaultCode } from '../../catalogue/index.js';
import { businessAnomaly, type RowAnomaly } from '../../flow/index.js';
import {
  FlowApplication,
  type ApplyContext,
  type CheckedRow,
  type RowFate,
} from '../../use-cases/flow-ports.js';
import { ReadAnswerRecords, type AnswerRecords } from './answer-records.js';
import type { AnswerRow } from './columns.js';
import { SUITES } from './flow.js';
import { matchAnswer } from './match-answer.js';
import { OpenDirectCandidacies } from './open-direct-candidacies.js';
import { outcomeOf, planCommands } from './plan-commands.js';

type Answer = CheckedRow & { readonly row: AnswerRow };

/** A row decided: its fate, and the commands that passed, in order. */
interface Decided {
  readonly fate: RowFate;
  readonly changes: readonly CandidacyChange[];
}

/** Applies SUI rows: each becomes the commands that a person of the unit would have issued. */
@Injectable()
export class ApplySuites extends FlowApplication {
  constructor(
    private readonly readRecords: ReadAnswerRecords,
    private readonly openDirect: OpenDirectCandidacies,
    private readonly changes: CandidacyChanges,
    private readonly referrals: Referrals,
  ) {
    super();
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const { emitter, actor } = context;
    const records = await this.readRecords.execute(emitter.id, rows, actor);
    const answers = rows as readonly Answer[];
    const opened = await this.openDirect.execute(
      answers.filter(
        (answer) => !rowRefusal(answer, context) && matchAnswer(answer.row, records).kind === 'new',
      ),
      context,
    );
    const decided = answers.map((answer) => {
      const refusal = rowRefusal(answer, context);
      if (refusal) return refused(answer, refusal.code, refusal.column);
      const direct = opened.get(answer.line);
      if (direct?.kind === 'doubtful') return doubtful(answer, direct.reason, []);
      if (direct) return this.decide(answer, direct.candidacy, [], records, context);
      return this.decideMatched(answer, records, context);
    });
    await this.write(decided);
    return decided.map(({ fate }) => fate);
  }

  private decideMatched(answer: Answer, records: AnswerRecords, context: ApplyContext): Decided {
    const match = matchAnswer(answer.row, records, answer.chosenId);
    if (match.kind === 'doubtful') {
      const ids = match.candidates.map(({ id }) => id);
      return doubtful(answer, match.reason, ids);
    }
    if (match.kind !== 'found')
      return refused(answer, 'REFERENCE_INCONNUE', 'reference_orientation');
    return this.decide(answer, match.candidacy, match.remarks, records, context);
  }

  private decide(
    answer: Answer,
    candidacy: Candidacy,
    remarks: readonly RowFaultCode[],
    records: AnswerRecords,
    context: ApplyContext,
  ): Decided {
    const { row, asOf } = answer;
    const noted = remarks.map((code) => anomaly(answer, code, 'nom_naissance'));
    const tooEarly = chronologyFault(row, candidacy, records);
    if (tooEarly) return refused(answer, 'CHRONOLOGIE', tooEarly, noted);
    const medical = records.conclusions.get(candidacy.id) ?? null;
    const plan = planCommands(candidacy, row, asOf, medical);
    if (plan.kind !== 'commands') {
      const state = plan.kind === 'unchanged' ? 'I' : 'P';
      return { fate: fateOf(answer, state, candidacy, noted), changes: [] };
    }
    const changes: CandidacyChange[] = [];
    let present = candidacy;
    for (const command of plan.commands) {
      const outcome = outcomeOf(row);
      const decision = decideCandidacy({
        candidacy: present,
        command,
        actor: { ...context.actor, channel: lineOf(context, answer.line) },
        effectiveOn: command === 'decide' ? (outcome?.decidedOn ?? row.date_etat) : row.date_etat,
        today: context.today,
        asOf,
        unitFileNumber: row.numero_dossier_unite,
        ...(outcome && command === 'decide' ? { outcome } : {}),
        medical,
        isCorrection: row.type_ligne === 'CORRECTION',
      });
      if (!decision.ok) {
        return refused(answer, refusalCode(decision.refusal), 'etat_candidature', noted);
      }
      changes.push(decision.change);
      present = decision.change.after;
    }
    return { fate: fateOf(answer, 'A', present, noted), changes };
  }

  /** The first command of every row, then the second of those that have two. */
  private async write(decided: readonly Decided[]): Promise<void> {
    for (let wave = 0; ; wave += 1) {
      const changes = decided.flatMap(({ changes: all }) => all[wave] ?? []);
      if (changes.length === 0) return;
      const ids = changes.flatMap(({ after }) => after.referralId ?? []);
      const referrals = await this.referrals.byIds(ids);
      await this.changes.write(changes, new Map(referrals.map((one) => [one.id, one])));
    }
  }
}

/** Why a row may not be applied, whoever it speaks of. */
function rowRefusal(
  { row }: Answer,
  { actor, today }: ApplyContext,
): { code: RowFaultCode; column: string } | null {
  const outcome = outcomeOf(row);
  if (!outcome) return null;
  if (isMedical(outcome.code) && !mayWriteConclusion(actor)) {
    return { code: 'HORS_PERIMETRE', column: 'code_suite' };
  }
  const hasIssue = outcomeIssues(outcome, today).length > 0;
  return hasIssue ? { code: 'constraint-error', column: 'code_suite' } : null;
}

/** The column that dates an act before the referral it answers; null when all is in order. */
function chronologyFault(
  row: AnswerRow,
  candidacy: Candidacy,
  records: AnswerRecords,
): string | null {
  const referredOn = records.referralsById.get(candidacy.referralId ?? '')?.referredOn;
  const decidedOn = outcomeOf(row)?.decidedOn;
  const isEarly = referredOn && precedesReferral(decidedOn ?? row.date_etat, referredOn);
  if (!isEarly) return null;
  return decidedOn ? 'date_suite' : 'date_etat';
}

function doubtful(answer: Answer, reason: RowFaultCode, candidateIds: readonly string[]): Decided {
  const anomalies = [anomaly(answer, reason, 'nom_naissance')];
  const fate = { ...fateOf(answer, 'V', null, anomalies), review: { reason, candidateIds } };
  return { fate, changes: [] };
}

function refused(
  answer: Answer,
  code: RowFaultCode,
  column: string,
  noted: readonly RowAnomaly[] = [],
): Decided {
  const anomalies = [...noted, blocking(anomaly(answer, code, column))];
  return { fate: fateOf(answer, 'R', null, anomalies), changes: [] };
}

/** A row refused carries a fault that says so, even for a code that elsewhere only warns. */
function blocking(found: RowAnomaly): RowAnomaly {
  return isBlocking(found.level) ? found : { ...found, level: 'BLOQUANT_LIGNE' };
}

function fateOf(
  { line }: Answer,
  state: RowFate['state'],
  candidacy: Candidacy | null,
  anomalies: readonly RowAnomaly[],
): RowFate {
  return {
    line,
    state,
    resourceId: candidacy?.id ?? null,
    recipientId: candidacy?.missionLocaleId ?? null,
    anomalies,
  };
}

function anomaly({ line, row }: Answer, code: RowFaultCode, column: string): RowAnomaly {
  return businessAnomaly(SUITES, code, { line, rowId: row.identifiant_ligne, column });
}

function refusalCode(refusal: string): RowFaultCode {
  const known = Object.keys(ROW_FAULTS).find((code) => code === refusal);
  return (known as RowFaultCode | undefined) ?? 'TRANSITION_INTERDITE';
}

function lineOf({ actor }: ApplyContext, line: number) {
  const { channel } = actor;
  return channel.kind === 'file' ? { ...channel, line } : channel;
}
