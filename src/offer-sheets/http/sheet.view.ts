import { ApiProperty } from '@nestjs/swagger';
import { OrganisationName } from '../../referrals/index.js';
import { SHEET_STATES } from '../domain/offer-sheet.js';

/** A coming incorporation. */
export class IncorporationView {
  @ApiProperty({ format: 'date' })
  readonly on: string;

  @ApiProperty()
  readonly place: string;

  @ApiProperty({ type: Number, nullable: true })
  readonly places: number | null;
}

/** What a unit offers, as one of its versions says it. */
export class SheetView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: OrganisationName })
  readonly unit: OrganisationName;

  @ApiProperty({ example: 'RE', description: 'Territoire de l’unité' })
  readonly territory: string;

  @ApiProperty({ description: 'Version, à partir de 1' })
  readonly number: number;

  @ApiProperty({ enum: SHEET_STATES })
  readonly state: string;

  @ApiProperty({ type: [String] })
  readonly tracks: readonly string[];

  @ApiProperty({ type: [String] })
  readonly conditions: readonly string[];

  @ApiProperty()
  readonly contactService: string;

  @ApiProperty({ type: String, nullable: true })
  readonly contactPhone: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly contactEmail: string | null;

  @ApiProperty({ type: [IncorporationView], description: 'À venir, la plus proche d’abord' })
  readonly incorporations: readonly IncorporationView[];

  @ApiProperty({ format: 'date-time' })
  readonly publishedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly replacedAt: string | null;
}
