import { ApiProperty } from '@nestjs/swagger';
import { codesOf } from '../../kernel/index.js';
import { ASSESSED_LEVELS } from '../../candidacies/index.js';
import { SEXES } from '../../people/index.js';
import { OrganisationName } from '../../referrals/index.js';
import { RETURN_ANSWERS } from '../../returns/index.js';
import { AGE_BANDS, DIRECT_OUTCOMES } from '../domain/code-lists.js';
import { DIRECT_STATES } from '../domain/direct-applicant.js';

/** Who agreed to be named. */
export class DirectIdentityView {
  @ApiProperty()
  readonly birthName: string;
  @ApiProperty({ type: [String] })
  readonly firstNames: readonly string[];
  @ApiProperty({ type: String, nullable: true })
  readonly usageName: string | null;
  @ApiProperty({ enum: codesOf(SEXES), nullable: true })
  readonly sex: string | null;
  @ApiProperty({ example: '2005-03-11' })
  readonly birthDate: string;
  @ApiProperty({ type: String, nullable: true })
  readonly birthPlaceCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly birthPlaceLabel: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly street: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly addressComplement: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly postalCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly priorityDistrict: string | null;
  @ApiProperty({ enum: codesOf(ASSESSED_LEVELS), nullable: true })
  readonly assessedLevel: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly phone: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly email: string | null;
}

/** What the mission locale said last. */
export class DirectAnswerView {
  @ApiProperty({ enum: codesOf(RETURN_ANSWERS) })
  readonly code: string;
  @ApiProperty({ format: 'date' })
  readonly contactedOn: string;
}

/** Somebody whom a unit did not take, invited to a mission locale. */
export class DirectApplicantView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ description: 'Version, à redire dans une commande' })
  readonly version: number;
  @ApiProperty({ type: OrganisationName })
  readonly unit: OrganisationName;
  @ApiProperty()
  readonly unitFileNumber: string;
  @ApiProperty({ enum: DIRECT_STATES })
  readonly state: string;
  @ApiProperty({ format: 'date' })
  readonly stateOn: string;
  @ApiProperty({ description: 'Commune, pays (99xxx), ou 99999 inconnue' })
  readonly residenceCode: string;
  @ApiProperty({ enum: codesOf(AGE_BANDS) })
  readonly ageBand: string;
  @ApiProperty({ enum: codesOf(DIRECT_OUTCOMES) })
  readonly outcome: string;
  @ApiProperty({ format: 'date' })
  readonly decidedOn: string;
  @ApiProperty({ format: 'date' })
  readonly invitedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Jour de l’accord' })
  readonly agreedOn: string | null;
  @ApiProperty({ type: DirectIdentityView, nullable: true, description: 'Jamais sans accord' })
  readonly youngPerson: DirectIdentityView | null;
  @ApiProperty({ type: OrganisationName, nullable: true })
  readonly missionLocale: OrganisationName | null;
  @ApiProperty({
    type: [OrganisationName],
    description: 'Missions locales entre lesquelles choisir, quand la commune en désigne plusieurs',
  })
  readonly candidates: readonly OrganisationName[];
  @ApiProperty({ type: DirectAnswerView, nullable: true })
  readonly answer: DirectAnswerView | null;
  @ApiProperty()
  readonly attempts: number;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Réponse attendue, ou mission locale à choisir, avant le',
  })
  readonly dueOn: string | null;
  @ApiProperty({ type: [String] })
  readonly availableCommands: readonly string[];
  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
}
