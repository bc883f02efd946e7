import { Injectable } from '@nestjs/common';
import { CandidacyChanges, type Candidacy } from '../../candidacies/index.js';
import type { Actor } from '../../kernel/index.js';
import { People } from '../../people/index.js';
import {
  decideReferral,
  ReferralChanges,
  Referrals,
  type ReferralChange,
} from '../../referrals/index.js';
import { DemonstrationMarks } from '../db/demonstration-marks.js';
import type { PlannedCase } from './planned-case.js';

/** Writes the beginning of the cases of one mission locale: people, referrals, the units' files. */
@Injectable()
export class OpenCases {
  constructor(
    private readonly people: People,
    private readonly referrals: Referrals,
    private readonly referralChanges: ReferralChanges,
    private readonly candidacyChanges: CandidacyChanges,
    private readonly marks: DemonstrationMarks,
  ) {}

  /** All or none; nothing when they are there already. In a unit of work of the mission locale. */
  async execute(cases: readonly PlannedCase[], actor: Actor): Promise<void> {
    const [first] = cases;
    if (!first || (await this.referrals.byIds([first.draft.id])).length > 0) return;
    await this.people.insertAll(
      cases.map(({ person, missionLocale }) => ({ ...person, organisationId: missionLocale.id })),
    );
    await this.referralChanges.write(cases.map((one) => birthOf(one, actor)));
    const submitted = cases.flatMap((one) =>
      one.submitted ? [{ ...one, on: one.submitted.on }] : [],
    );
    await this.people.shareAll(
      submitted.map(({ person, missionLocale, unit, on }) => ({
        personId: person.id,
        ownerId: missionLocale.id,
        recipientId: unit.id,
        from: on,
      })),
    );
    await this.candidacyChanges.open(
      submitted.map((one) => ({ after: candidacyOf(one), effectiveOn: one.on, actor })),
    );
    await this.marks.dateReferrals();
  }
}

/** @throws Error when the life-cycle does not allow the plan: a fault of the plan */
function birthOf({ draft, submitted }: PlannedCase, actor: Actor): ReferralChange {
  if (!submitted) {
    const effectiveOn = draft.informedOn;
    return { before: null, after: draft, command: null, effectiveOn, actor };
  }
  const decision = decideReferral({
    referral: draft,
    command: 'submit',
    actor,
    effectiveOn: submitted.on,
    writes: { referredOn: submitted.on, submittedAt: submitted.at },
  });
  if (!decision.ok) throw new Error(`planned referral: ${decision.refusal}`);
  return { ...decision.change, before: null };
}

function candidacyOf(one: PlannedCase & { readonly on: Candidacy['stateOn'] }): Candidacy {
  return {
    id: one.candidacyId,
    unitId: one.unit.id,
    missionLocaleId: one.missionLocale.id,
    referralId: one.draft.id,
    personId: one.person.id,
    personOwnerId: one.missionLocale.id,
    origin: 'ML',
    unitFileNumber: null,
    state: 'received',
    stateOn: one.on,
    acknowledgedOn: null,
    convokedOn: null,
    decision: null,
    asOf: null,
    version: 1,
  };
}
