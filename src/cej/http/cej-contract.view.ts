import { ApiProperty } from '@nestjs/swagger';
import { codesOf } from '../../kernel/index.js';
import { YoungPersonView } from '../../people/index.js';
import { OrganisationName } from '../../referrals/index.js';
import {
  CONTRACT_END_REASONS,
  CONTRACT_SCHEMES,
  CONTRACT_WARNINGS,
  EXTENSION_MOTIVES,
} from '../domain/code-lists.js';
import { CONTRACT_STATES } from '../domain/contract.js';
import { CONTRACT_STANDINGS } from '../domain/standing.rules.js';

/** The extension computed from a service, with its rule. */
export class ComputedExtensionView {
  @ApiProperty({ format: 'date', description: 'Dernier jour du deuxième mois après la sortie' })
  readonly until: string;

  @ApiProperty({
    format: 'date',
    description: 'Sortie, ou fin prévue tant que le jeune est en service',
  })
  readonly servedUntil: string;

  @ApiProperty({ description: 'Vrai tant que la sortie est à venir' })
  readonly isForecast: boolean;

  @ApiProperty({ description: 'Faux : à confirmer par la mission locale' })
  readonly isConfirmed: boolean;

  @ApiProperty({ description: 'La règle, en français' })
  readonly rule: string;
}

/** A remark about a limit. */
export class ContractWarningView {
  @ApiProperty({ enum: codesOf(CONTRACT_WARNINGS) })
  readonly code: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly on: string | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly daysLeft: number | null;

  @ApiProperty()
  readonly detail: string;
}

/** A CEJ or PACEA contract. A unit reads whether it is active and its dates, and nothing else (F18). */
export class CejContractView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: codesOf(CONTRACT_SCHEMES) })
  readonly scheme: string;

  @ApiProperty({ enum: CONTRACT_STATES, description: 'Fin réelle enregistrée ou non' })
  readonly state: string;

  @ApiProperty({ description: 'Le contrat engage le jeune et la mission locale aujourd’hui' })
  readonly isActive: boolean;

  @ApiProperty({ enum: CONTRACT_STANDINGS, description: 'Situation du jour, calculée' })
  readonly standing: string;

  @ApiProperty({ type: OrganisationName })
  readonly missionLocale: OrganisationName;

  @ApiProperty({ type: YoungPersonView, nullable: true })
  readonly youngPerson: YoungPersonView | null;

  @ApiProperty({ format: 'date' })
  readonly startsOn: string;

  @ApiProperty({ format: 'date' })
  readonly plannedEndOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly extendedUntil: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly endedOn: string | null;

  @ApiProperty({
    type: String,
    enum: codesOf(EXTENSION_MOTIVES),
    nullable: true,
    description: 'Pour la mission locale seule',
  })
  readonly extensionMotive: string | null;

  @ApiProperty({
    type: String,
    enum: codesOf(CONTRACT_END_REASONS),
    nullable: true,
    description: 'Pour la mission locale seule',
  })
  readonly endReason: string | null;

  @ApiProperty({ format: 'date', description: 'Dernier jour du contrat, calculé' })
  readonly term: string;

  @ApiProperty({ description: 'Jours d’ici au terme ; 0 le dernier jour, négatif après' })
  readonly daysLeft: number;

  @ApiProperty({ type: ComputedExtensionView, nullable: true })
  readonly computedExtension: ComputedExtensionView | null;

  @ApiProperty({ type: [ContractWarningView], description: 'Pour la mission locale seule' })
  readonly warnings: readonly ContractWarningView[];

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({ type: [String] })
  readonly availableCommands: readonly string[];
}
