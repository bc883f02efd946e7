import { ApiProperty } from '@nestjs/swagger';
import { codesOf } from '../../kernel/index.js';
import { YoungPersonView } from '../../people/index.js';
import { OrganisationName } from '../../referrals/index.js';
import { ATTENDANCES, CANCEL_REASONS, UNIT_PRESENCES } from '../domain/code-lists.js';
import { SESSION_STATES } from '../domain/information-session.js';

/** Somebody registered; told to the mission locale alone. */
export class RegistrationView {
  @ApiProperty({ format: 'uuid' })
  readonly youngPersonId: string;

  @ApiProperty({ type: YoungPersonView, nullable: true })
  readonly youngPerson: YoungPersonView | null;

  @ApiProperty({ type: String, enum: codesOf(ATTENDANCES), nullable: true })
  readonly attendance: string | null;
}

/** One information session. */
export class SessionView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: SESSION_STATES })
  readonly state: string;

  @ApiProperty({ type: OrganisationName })
  readonly missionLocale: OrganisationName;

  @ApiProperty({ type: OrganisationName })
  readonly unit: OrganisationName;

  @ApiProperty({ format: 'date-time' })
  readonly startsAt: string;

  @ApiProperty({ format: 'date', description: 'Jour, à l’heure de la mission locale' })
  readonly startsOn: string;

  @ApiProperty({ example: '14:00', description: 'Heure de la mission locale' })
  readonly startTime: string;

  @ApiProperty({ example: 'Indian/Reunion' })
  readonly timeZone: string;

  @ApiProperty()
  readonly place: string;

  @ApiProperty()
  readonly seats: number;

  @ApiProperty({ type: String, enum: codesOf(UNIT_PRESENCES), nullable: true })
  readonly presence: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Agents de l’unité présents' })
  readonly staff: number | null;

  @ApiProperty()
  readonly registered: number;

  @ApiProperty()
  readonly attended: number;

  @ApiProperty({ type: String, enum: codesOf(CANCEL_REASONS), nullable: true })
  readonly cancelReason: string | null;

  @ApiProperty({ type: [String] })
  readonly availableCommands: readonly string[];
}

/** One session with who is registered: null for a unit, which is told how many. */
export class SessionDetailView extends SessionView {
  @ApiProperty({ type: [RegistrationView], nullable: true })
  readonly registrations: readonly RegistrationView[] | null;
}
