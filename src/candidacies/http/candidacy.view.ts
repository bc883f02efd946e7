import { ApiProperty } from '@nestjs/swagger';
import { YoungPersonView } from '../../people/index.js';
import { OrganisationName } from '../../referrals/index.js';
import { CANDIDACY_STATES } from '../domain/candidacy.js';

/** What the unit decided, as its own people read it back: never a medical conclusion. */
export class DecisionView {
  @ApiProperty({ example: 'APTE_RETENU' })
  readonly code: string;
  @ApiProperty({ format: 'date' })
  readonly decidedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly reexaminationOn: string | null;
  @ApiProperty()
  readonly assessedLevel: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly plannedIncorporationOn: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly contingent: string | null;
}

/** A candidacy, in lists and on its own (contract.md 2). */
export class CandidacyView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ type: String, nullable: true, example: 'ORI-2026-0A1B2C3D-G' })
  readonly reference: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly referralId: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly unitFileNumber: string | null;
  @ApiProperty({ enum: CANDIDACY_STATES })
  readonly state: string;
  @ApiProperty({ format: 'date' })
  readonly stateOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly acknowledgedOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly convokedOn: string | null;
  @ApiProperty()
  readonly origin: string;
  @ApiProperty({ type: OrganisationName, nullable: true })
  readonly missionLocale: OrganisationName | null;
  @ApiProperty({ type: OrganisationName })
  readonly unit: OrganisationName;
  @ApiProperty({ type: YoungPersonView, nullable: true })
  readonly youngPerson: YoungPersonView | null;
  @ApiProperty({ type: DecisionView, nullable: true })
  readonly outcome: DecisionView | null;
  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
  @ApiProperty({ type: [String] })
  readonly availableCommands: readonly string[];
}
