import { Injectable } from '@nestjs/common';
import {
  CandidacyChanges,
  decideCandidacy,
  type Candidacy,
  type CandidacyChange,
} from '../../candidacies/index.js';
import type { Actor } from '../../kernel/index.js';
import { Referrals } from '../../referrals/index.js';
import type { PlannedCase } from './planned-case.js';

/** The step of one rank in the cases of one unit, with the candidacies as they are. */
export interface UnitWave {
  readonly cases: readonly PlannedCase[];
  readonly index: number;
  readonly found: readonly Candidacy[];
  readonly actor: Actor;
}

/** Plays what a unit does, by the rules of its candidacies. In a unit of work of the unit. */
@Injectable()
export class PlayUnitSteps {
  constructor(
    private readonly referrals: Referrals,
    private readonly changes: CandidacyChanges,
  ) {}

  async execute(wave: UnitWave): Promise<void> {
    const changes = wave.cases.flatMap((one) => changeOf(wave, one));
    const ids = changes.flatMap(({ after }) => (after.referralId ? [after.referralId] : []));
    const referrals = await this.referrals.byIds(ids);
    await this.changes.write(changes, new Map(referrals.map((one) => [one.id, one])));
  }
}

/**
 * The change of one case; nothing when it is made already: each step adds one to the version.
 * @throws Error when the rules refuse it: a fault of the plan
 */
function changeOf({ index, found, actor }: UnitWave, one: PlannedCase): CandidacyChange[] {
  const step = one.steps[index];
  const candidacy = found.find(({ id }) => id === one.candidacyId);
  if (step?.side !== 'unit' || candidacy?.version !== index + 1) return [];
  const { on } = step;
  const decision = decideCandidacy({
    candidacy,
    command: step.command,
    actor,
    effectiveOn: on,
    today: on,
    asOf: { on, sequence: 0, line: 0 },
    unitFileNumber: step.unitFileNumber ?? null,
    ...(step.outcome ? { outcome: step.outcome } : {}),
  });
  if (!decision.ok) throw new Error(`planned ${step.command}: ${decision.refusal}`);
  return [decision.change];
}
