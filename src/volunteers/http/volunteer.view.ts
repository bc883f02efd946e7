import { ApiProperty } from '@nestjs/swagger';
import { YoungPersonView } from '../../people/index.js';
import { OrganisationName } from '../../referrals/index.js';
import { VOLUNTEER_STATES } from '../domain/volunteer.js';

/** What the unit said of the latest month. */
export class PresenceView {
  @ApiProperty({ example: '2026-10' })
  readonly month: string;
  @ApiProperty()
  readonly isInService: boolean;
  @ApiProperty()
  readonly isLongAbsent: boolean;
}

/** How a service ended, or is announced to end. A medical reason reads `AUTRE`. */
export class ExitView {
  @ApiProperty({ format: 'date' })
  readonly exitedOn: string;
  @ApiProperty()
  readonly isAnnounced: boolean;
  @ApiProperty({ example: 'FIN_CONTRAT' })
  readonly reason: string;
  @ApiProperty({ example: 'SANS_SOLUTION' })
  readonly situation: string;
  @ApiProperty()
  readonly isDropout: boolean;
  @ApiProperty()
  readonly wantsSupport: boolean;
  @ApiProperty({ type: [String] })
  readonly certifications: readonly string[];
  @ApiProperty({ type: String, nullable: true })
  readonly assessedLevel: string | null;
}

/** A service, in lists and on its own (contract.md 2). */
export class VolunteerView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ format: 'uuid' })
  readonly candidacyId: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly referralId: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'ORI-2026-0A1B2C3D-G' })
  readonly reference: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly unitFileNumber: string | null;
  @ApiProperty()
  readonly origin: string;
  @ApiProperty({ type: OrganisationName, nullable: true })
  readonly missionLocale: OrganisationName | null;
  @ApiProperty({ type: OrganisationName })
  readonly unit: OrganisationName;
  @ApiProperty({ type: YoungPersonView, nullable: true })
  readonly youngPerson: YoungPersonView | null;
  @ApiProperty({ enum: VOLUNTEER_STATES })
  readonly state: string;
  @ApiProperty({ format: 'date' })
  readonly stateOn: string;
  @ApiProperty({ enum: ['VS', 'VT', 'VE'] })
  readonly volunteerType: string;
  @ApiProperty({ type: String, nullable: true })
  readonly track: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly site: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly incorporatedOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly probationEndsOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly plannedEndOn: string | null;
  @ApiProperty({ type: PresenceView, nullable: true })
  readonly presence: PresenceView | null;
  @ApiProperty({ type: ExitView, nullable: true })
  readonly exit: ExitView | null;
  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
  @ApiProperty({ type: [String] })
  readonly availableCommands: readonly string[];
}
