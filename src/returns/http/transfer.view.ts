import { ApiProperty } from '@nestjs/swagger';
import { codesOf } from '../../kernel/index.js';
import { OrganisationName } from '../../referrals/index.js';
import { RETURN_CAUSES } from '../domain/return-episode.js';
import { TRANSFER_REASONS, TRANSFER_REFUSALS } from '../domain/transfer-codes.js';
import { TRANSFER_STATES } from '../domain/transfer.js';

/** Who a proposal is about, as far as it takes to decide (ADR 0033). */
export class TransferredPersonView {
  @ApiProperty()
  readonly birthName: string;
  @ApiProperty({ type: String, nullable: true })
  readonly usageName: string | null;
  @ApiProperty({ type: [String] })
  readonly firstNames: readonly string[];
  @ApiProperty({ example: '2005-03-11' })
  readonly birthDate: string;
  @ApiProperty({ type: String, nullable: true })
  readonly postalCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly communeCode: string | null;
}

/** A return proposed to another mission locale. */
export class TransferView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty({ enum: TRANSFER_STATES })
  readonly state: string;
  @ApiProperty({ enum: codesOf(TRANSFER_REASONS) })
  readonly reason: string;
  @ApiProperty({ type: String, enum: codesOf(TRANSFER_REFUSALS), nullable: true })
  readonly refusal: string | null;
  @ApiProperty({ format: 'date' })
  readonly proposedOn: string;
  @ApiProperty({ format: 'date', description: 'Dernier jour pour répondre' })
  readonly dueOn: string;
  @ApiProperty({ description: 'La règle, le jour de départ et le calendrier' })
  readonly explanation: string;
  @ApiProperty({ type: String, enum: RETURN_CAUSES, nullable: true })
  readonly cause: string | null;
  @ApiProperty({ format: 'date' })
  readonly endsOn: string;
  @ApiProperty({ type: OrganisationName })
  readonly unit: OrganisationName;
  @ApiProperty({ type: OrganisationName, description: 'Qui propose' })
  readonly from: OrganisationName;
  @ApiProperty({ type: OrganisationName, description: 'Qui est sollicité' })
  readonly to: OrganisationName;
  @ApiProperty({ type: TransferredPersonView, nullable: true })
  readonly youngPerson: TransferredPersonView | null;
  @ApiProperty()
  readonly isMinor: boolean;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description:
      'Le retour que l’appelant suit : celui qui est proposé, ou celui qui a été accepté',
  })
  readonly returnId: string | null;
  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
  @ApiProperty({ type: [String] })
  readonly availableCommands: readonly string[];
}
