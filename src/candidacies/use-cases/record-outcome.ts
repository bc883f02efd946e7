import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, UnitOfWork, type Actor } from '../../kernel/index.js';
import { isMasked } from '../domain/candidacy.js';
import type { OutcomeInput } from '../domain/candidacy.rules.js';
import { saysOutcome } from '../domain/repeated-outcome.js';
import { Candidacies, CandidacyQueries } from './ports.js';
import { ReadMedicalConclusions } from './read-medical-conclusions.js';
import { RunCandidacyCommand } from './run-candidacy-command.js';

/**
 * One outcome of a form that holds many, and that may be sent again: what the same person already
 * recorded is done. What a colleague recorded never counts as such, even the same: or else an old form
 * would be a way to guess a conclusion.
 */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly runCommand: RunCandidacyCommand,
    private readonly unitOfWork: UnitOfWork,
    private readonly candidacies: Candidacies,
    private readonly queries: CandidacyQueries,
    private readonly readConclusions: ReadMedicalConclusions,
  ) {}

  /** @throws what `RunCandidacyCommand` throws */
  async execute(
    id: string,
    outcome: OutcomeInput,
    expectedVersion: number,
    actor: Actor,
  ): Promise<void> {
    try {
      await this.runCommand.execute(id, 'decide', { outcome, expectedVersion }, actor);
    } catch (error) {
      const isLate = error instanceof ChangedMeanwhile;
      if (!isLate || !(await this.isRecorded(id, outcome, actor))) throw error;
    }
  }

  private isRecorded(id: string, outcome: OutcomeInput, actor: Actor): Promise<boolean> {
    return this.unitOfWork.run(actor, async () => {
      const last = await this.queries.lastAct(id);
      if (last?.command !== 'decide' || last.actorId !== actor.id) return false;
      const [candidacy] = await this.candidacies.byIds([id]);
      if (!candidacy) return false;
      const conclusions = isMasked(candidacy.decision)
        ? await this.readConclusions.execute([id], 'decision', actor)
        : new Map();
      return saysOutcome(candidacy, conclusions.get(id) ?? null, outcome);
    });
  }
}
