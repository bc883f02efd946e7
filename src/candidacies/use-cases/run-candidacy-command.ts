import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, Clock, localDateIn, UnitOfWork } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { Referrals } from '../../referrals/index.js';
import {
  isMasked,
  isMedical,
  type Candidacy,
  type MedicalConclusion,
} from '../domain/candidacy.js';
import type { CandidacyCommand } from '../domain/candidacy.machine.js';
import { outcomeIssues, precedesReferral, type OutcomeInput } from '../domain/candidacy.rules.js';
import { decideCandidacy } from '../domain/decide-candidacy.js';
import {
  CandidacyCommandRefused,
  CandidacyNotFound,
  MedicalConclusionForbidden,
  OutcomeInvalid,
} from '../domain/errors.js';
import { mayWriteConclusion } from '../domain/medical.policy.js';
import { CandidacyChanges } from './candidacy-changes.js';
import { Candidacies } from './ports.js';
import { ReadMedicalConclusions } from './read-medical-conclusions.js';

/** What may come with a command. */
export interface CandidacyCommandInput {
  /** Day of the act in the unit's zone; today when absent. */
  readonly effectiveOn?: LocalDate | null;
  readonly unitFileNumber?: string | null;
  readonly outcome?: OutcomeInput;
  /** Version of the file that was read before deciding; any other is refused. */
  readonly expectedVersion?: number;
}

/** The unit acknowledges, evaluates, convokes, decides, reopens or closes one file (F06, F07). */
@Injectable()
export class RunCandidacyCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidacies: Candidacies,
    private readonly referrals: Referrals,
    private readonly organisations: OrganisationDirectory,
    private readonly changes: CandidacyChanges,
    private readonly readConclusions: ReadMedicalConclusions,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws CandidacyNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when the file is no longer the version that was read
   * @throws CandidacyCommandRefused, OutcomeInvalid, MedicalConclusionForbidden
   */
  async execute(
    id: string,
    command: CandidacyCommand,
    input: CandidacyCommandInput,
    actor: Actor,
  ): Promise<Candidacy> {
    const today = await this.today(actor);
    checkOutcome(input.outcome, actor, today);
    return this.unitOfWork.run(actor, async () => {
      const [candidacy] = await this.candidacies.byIds([id]);
      if (!candidacy) throw new CandidacyNotFound();
      checkVersion(candidacy, input);
      const referrals = await this.referrals.byIds(
        candidacy.referralId ? [candidacy.referralId] : [],
      );
      const medical = await this.conclusionToWeigh(candidacy, command, actor);
      const effectiveOn = input.outcome?.decidedOn ?? input.effectiveOn ?? today;
      const pointer = input.outcome ? '/decidedOn' : '/effectiveOn';
      checkChronology(effectiveOn, referrals[0]?.referredOn ?? null, today, pointer);
      const decision = decideCandidacy({
        candidacy,
        command,
        actor,
        effectiveOn,
        today,
        asOf: { on: effectiveOn, sequence: 0, line: 0 },
        unitFileNumber: input.unitFileNumber ?? null,
        ...(input.outcome ? { outcome: input.outcome } : {}),
        medical,
      });
      if (!decision.ok)
        throw new CandidacyCommandRefused(decision.refusal, command, candidacy.state);
      await this.changes.write([decision.change], new Map(referrals.map((one) => [one.id, one])));
      return decision.change.after;
    });
  }

  /** The rule needs the conclusion behind a mask; whoever asked does not get to see it. */
  private async conclusionToWeigh(
    { id, decision }: Candidacy,
    command: CandidacyCommand,
    actor: Actor,
  ): Promise<MedicalConclusion | null> {
    const isWeighed = command === 'reopen' || command === 'decide';
    if (!isWeighed || !isMasked(decision)) return null;
    const found = await this.readConclusions.execute([id], 'decision', actor);
    return found.get(id) ?? null;
  }

  private async today({ organisation }: Actor): Promise<LocalDate> {
    const unit = organisation && (await this.organisations.byId(organisation.id));
    if (!unit) throw new CandidacyNotFound();
    return localDateIn(this.clock.now(), unit.timeZone);
  }
}

function checkVersion({ version }: Candidacy, { expectedVersion }: CandidacyCommandInput): void {
  if (expectedVersion !== undefined && expectedVersion !== version) throw new ChangedMeanwhile();
}

function checkOutcome(outcome: OutcomeInput | undefined, actor: Actor, today: LocalDate): void {
  if (!outcome) return;
  if (isMedical(outcome.code) && !mayWriteConclusion(actor)) throw new MedicalConclusionForbidden();
  const issues = outcomeIssues(outcome, today);
  if (issues.length > 0) throw new OutcomeInvalid(issues);
}

function checkChronology(
  on: LocalDate,
  referredOn: LocalDate | null,
  today: LocalDate,
  pointer: string,
): void {
  if (on > today) {
    const detail = 'Un acte ne peut pas être daté dans le futur.';
    throw new OutcomeInvalid([{ pointer, code: 'DATE_FUTURE', detail }]);
  }
  if (referredOn && precedesReferral(on, referredOn)) {
    const detail = 'Cette date précède l’orientation du jeune.';
    throw new OutcomeInvalid([{ pointer, code: 'CHRONOLOGIE', detail }]);
  }
}
