import { ApiProperty } from '@nestjs/swagger';
import { OrganisationName } from './organisation-name.view.js';
import { YoungPersonView } from '../../people/index.js';
import { REFERRAL_STATES } from '../domain/referral.js';
import { SILENCE_RUNGS } from '../domain/silence.rules.js';
import { OWNER_COMMANDS } from '../use-cases/run-referral-command.js';

/** What the unit answered. */
export class OutcomeView {
  @ApiProperty({ example: 'APTE_RETENU' })
  readonly code: string;
  @ApiProperty({ format: 'date' })
  readonly decidedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly reexaminationOn: string | null;
}

/** How far the silence of the unit went; dates of the rungs to come are those of today's rules. */
export class SilenceView {
  @ApiProperty({
    enum: SILENCE_RUNGS,
    description:
      'Début calme, relance de l’unité, alerte de son responsable, mission locale libre d’orienter ailleurs',
  })
  readonly rung: string;
  @ApiProperty({ format: 'date' })
  readonly remindedOn: string;
  @ApiProperty({ format: 'date' })
  readonly managerOn: string;
  @ApiProperty({ format: 'date', description: 'Jour où une autre unité peut être proposée' })
  readonly freedOn: string;
}

/** A remark that stops nothing. */
export class WarningView {
  @ApiProperty()
  readonly code: string;
  @ApiProperty()
  readonly detail: string;
}

/** A referral, in lists and on its own (contract.md 2). */
export class ReferralView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ example: 'ORI-2026-0A1B2C3D-G' })
  readonly reference: string;
  @ApiProperty({ enum: REFERRAL_STATES })
  readonly state: string;
  @ApiProperty({ type: OrganisationName })
  readonly missionLocale: OrganisationName;
  @ApiProperty({ type: OrganisationName })
  readonly unit: OrganisationName;
  @ApiProperty({ type: YoungPersonView, nullable: true })
  readonly youngPerson: YoungPersonView | null;
  @ApiProperty()
  readonly volunteerType: string;
  @ApiProperty({ type: String, nullable: true })
  readonly trackWish: string | null;
  @ApiProperty()
  readonly diplomaLevel: string;
  @ApiProperty()
  readonly support: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly cejStartsOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly cejEndsOn: string | null;
  @ApiProperty({ type: [String] })
  readonly prerequisites: readonly string[];
  @ApiProperty({ format: 'date' })
  readonly informedOn: string;
  @ApiProperty()
  readonly noticeVersion: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly referredOn: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly submittedAt: string | null;
  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
  @ApiProperty({ type: OutcomeView, nullable: true })
  readonly outcome: OutcomeView | null;
  @ApiProperty({ type: SilenceView, nullable: true, description: 'Tant qu’une réponse est due' })
  readonly silence: SilenceView | null;
  @ApiProperty({ description: 'La réponse est venue après le délai' })
  readonly isAnsweredLate: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly candidacyId: string | null;
  @ApiProperty({ type: [String], enum: OWNER_COMMANDS, isArray: true })
  readonly availableCommands: readonly string[];
}

/** A referral just made, with what should be looked at again. */
export class SubmittedReferralView extends ReferralView {
  @ApiProperty({ type: [WarningView] })
  readonly warnings: readonly WarningView[];
}

/** An answer that another took the place of. */
export class ReplacedOutcomeView {
  @ApiProperty({ type: OutcomeView })
  readonly before: OutcomeView;
  @ApiProperty({ type: OutcomeView, nullable: true })
  readonly after: OutcomeView | null;
}

/** One line of the history both sides share. */
export class HistoryEntryView {
  @ApiProperty()
  readonly command: string;
  @ApiProperty({ type: String, nullable: true })
  readonly from: string | null;
  @ApiProperty()
  readonly to: string;
  @ApiProperty({ format: 'date' })
  readonly effectiveOn: string;
  @ApiProperty({ format: 'date-time' })
  readonly recordedAt: string;
  @ApiProperty()
  readonly role: string;
  @ApiProperty({ type: OrganisationName, nullable: true })
  readonly organisation: OrganisationName | null;
  @ApiProperty()
  readonly channel: string;
  @ApiProperty({
    type: ReplacedOutcomeView,
    nullable: true,
    description: 'La réponse remplacée par cet acte, comme les listes la montrent',
  })
  readonly replacedOutcome: ReplacedOutcomeView | null;
}

/** The history of a referral, oldest line first. */
export class HistoryView {
  @ApiProperty({ type: [HistoryEntryView] })
  readonly items: readonly HistoryEntryView[];
}
