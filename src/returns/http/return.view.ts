import { ApiProperty } from '@nestjs/swagger';
import { codesOf } from '../../kernel/index.js';
import { YoungPersonView } from '../../people/index.js';
import { OrganisationName } from '../../referrals/index.js';
import { EXIT_REASONS, EXIT_SITUATIONS } from '../../volunteers/index.js';
import { RETURN_ANSWERS } from '../domain/code-lists.js';
import { DEADLINE_RULES } from '../domain/deadline.rules.js';
import { TRANSFER_REASONS, TRANSFER_REFUSALS } from '../domain/transfer-codes.js';
import { TRANSFER_STATES } from '../domain/transfer.js';
import { ESCALATIONS, RETURN_CAUSES, RETURN_STATES } from '../domain/return-episode.js';

/** How the service ended, as far as the mission locale may know: never a medical reason. */
export class ReturnExitView {
  @ApiProperty({ format: 'date' })
  readonly exitedOn: string;
  @ApiProperty()
  readonly isAnnounced: boolean;
  @ApiProperty({ enum: codesOf(EXIT_REASONS) })
  readonly reason: string;
  @ApiProperty({ enum: codesOf(EXIT_SITUATIONS) })
  readonly situation: string;
  @ApiProperty()
  readonly wantsSupport: boolean;
  @ApiProperty({ type: [String] })
  readonly certifications: readonly string[];
  @ApiProperty({ type: String, nullable: true })
  readonly assessedLevel: string | null;
}

/** What the mission locale said last. */
export class ReturnAnswerView {
  @ApiProperty({ enum: codesOf(RETURN_ANSWERS) })
  readonly code: string;
  @ApiProperty({ format: 'date' })
  readonly contactedOn: string;
  @ApiProperty({ description: 'Le jeune a été joint' })
  readonly isReached: boolean;
}

/** What is to be done next, by when, and why then. */
export class ReturnStepView {
  @ApiProperty({ enum: Object.keys(DEADLINE_RULES) })
  readonly rule: string;
  @ApiProperty()
  readonly label: string;
  @ApiProperty({ format: 'date' })
  readonly dueOn: string;
  @ApiProperty()
  readonly isLate: boolean;
  @ApiProperty({ description: 'La règle, le jour de départ et le calendrier' })
  readonly explanation: string;
}

/** Where a return is proposed to go, went, or came from. */
export class ReturnTransferView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ enum: TRANSFER_STATES })
  readonly state: string;
  @ApiProperty({ type: OrganisationName })
  readonly from: OrganisationName;
  @ApiProperty({ type: OrganisationName })
  readonly to: OrganisationName;
  @ApiProperty({ enum: codesOf(TRANSFER_REASONS) })
  readonly reason: string;
  @ApiProperty({ type: String, enum: codesOf(TRANSFER_REFUSALS), nullable: true })
  readonly refusal: string | null;
  @ApiProperty({ format: 'date' })
  readonly proposedOn: string;
  @ApiProperty({ format: 'date' })
  readonly dueOn: string;
}

/** A return, in lists and on its own (contract.md 2). */
export class ReturnView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ format: 'uuid' })
  readonly volunteerId: string;
  @ApiProperty({ type: String, nullable: true, example: 'ORI-2026-0A1B2C3D-G' })
  readonly reference: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly unitFileNumber: string | null;
  @ApiProperty({ enum: RETURN_STATES })
  readonly state: string;
  @ApiProperty({ format: 'date' })
  readonly stateOn: string;
  @ApiProperty({ type: String, enum: RETURN_CAUSES, nullable: true })
  readonly cause: string | null;
  @ApiProperty({ format: 'date', description: 'Jour de la sortie, dite ou à venir' })
  readonly endsOn: string;
  @ApiProperty({ type: OrganisationName, nullable: true })
  readonly missionLocale: OrganisationName | null;
  @ApiProperty({ type: OrganisationName })
  readonly unit: OrganisationName;
  @ApiProperty({ type: ReturnTransferView, nullable: true, description: 'La dernière proposition' })
  readonly transfer: ReturnTransferView | null;
  @ApiProperty({ type: ReturnTransferView, nullable: true, description: 'D’où vient ce retour' })
  readonly receivedThrough: ReturnTransferView | null;
  @ApiProperty({ type: YoungPersonView, nullable: true })
  readonly youngPerson: YoungPersonView | null;
  @ApiProperty()
  readonly isMinor: boolean;
  @ApiProperty({ type: ReturnExitView, nullable: true })
  readonly exit: ReturnExitView | null;
  @ApiProperty({ type: ReturnAnswerView, nullable: true })
  readonly answer: ReturnAnswerView | null;
  @ApiProperty({ description: 'Tentatives restées sans réponse' })
  readonly attempts: number;
  @ApiProperty({ type: ReturnStepView, nullable: true })
  readonly next: ReturnStepView | null;
  @ApiProperty({ enum: ESCALATIONS })
  readonly escalation: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly missionLocaleActedAt: string | null;
  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
  @ApiProperty({ type: [String] })
  readonly availableCommands: readonly string[];
}
