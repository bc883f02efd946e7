import { ApiProperty } from '@nestjs/swagger';
import { codesOf } from '../../kernel/index.js';
import { YoungPersonView } from '../../people/index.js';
import { OrganisationName } from '../../referrals/index.js';
import { EXIT_SITUATIONS } from '../../volunteers/index.js';
import { FOLLOW_UP_SOURCES, MILESTONES } from '../domain/code-lists.js';
import { FOLLOW_UP_STATES } from '../domain/milestone.rules.js';

/** What the mission locale said, while it counts for the milestone. */
export class FollowUpAnswerView {
  @ApiProperty({ enum: codesOf(EXIT_SITUATIONS) })
  readonly situation: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly situationStartedOn: string | null;

  @ApiProperty({ enum: codesOf(FOLLOW_UP_SOURCES) })
  readonly source: string;

  @ApiProperty({ format: 'date' })
  readonly observedOn: string;
}

/** One milestone of somebody who left a unit. */
export class FollowUpView {
  @ApiProperty({ format: 'uuid' })
  readonly volunteerId: string;

  @ApiProperty({ enum: codesOf(MILESTONES) })
  readonly milestone: string;

  @ApiProperty({ enum: FOLLOW_UP_STATES, description: 'État du jour, calculé' })
  readonly state: string;

  @ApiProperty({ type: String, nullable: true, example: 'ORI-2026-0A1B2C3D-G' })
  readonly reference: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly unitFileNumber: string | null;

  @ApiProperty({ type: OrganisationName })
  readonly missionLocale: OrganisationName;

  @ApiProperty({ type: OrganisationName })
  readonly unit: OrganisationName;

  @ApiProperty({ type: YoungPersonView, nullable: true })
  readonly youngPerson: YoungPersonView | null;

  @ApiProperty({ format: 'date' })
  readonly exitedOn: string;

  @ApiProperty({ type: String, enum: codesOf(EXIT_SITUATIONS), nullable: true })
  readonly exitSituation: string | null;

  @ApiProperty({ format: 'date', description: 'Jour du jalon' })
  readonly dueOn: string;

  @ApiProperty({ format: 'date', description: 'Premier jour de la fenêtre' })
  readonly opensOn: string;

  @ApiProperty({ format: 'date', description: 'Dernier jour de la fenêtre' })
  readonly closesOn: string;

  @ApiProperty({ type: FollowUpAnswerView, nullable: true })
  readonly answer: FollowUpAnswerView | null;

  @ApiProperty({
    type: [String],
    description: '« answer » quand le jalon se renseigne ou se corrige',
  })
  readonly availableCommands: readonly string[];
}

/** The milestones of one exit. */
export class FollowUpsOfVolunteerView {
  @ApiProperty({ format: 'uuid' })
  readonly volunteerId: string;

  @ApiProperty({ type: [FollowUpView] })
  readonly followUps: readonly FollowUpView[];
}
