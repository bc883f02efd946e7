import { ApiProperty } from '@nestjs/swagger';
import type { Organisation } from '../domain/organisation.js';

/** An organisation as the API shows it; nothing here is personal. */
export class OrganisationView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: '97411S00', description: 'Code de structure ou d’unité' })
  readonly code: string;

  @ApiProperty({ enum: ['mission-locale', 'unit', 'national'] })
  readonly kind: string;

  @ApiProperty({ type: 'string', enum: ['SMA', 'SMV'], nullable: true })
  readonly scheme: string | null;

  @ApiProperty({ example: '974-ML ST DENIS', description: 'Nom officiel' })
  readonly name: string;

  @ApiProperty({ example: 'Mission locale Nord', description: 'Nom d’usage' })
  readonly usualName: string;

  @ApiProperty({ example: 'RE' })
  readonly territory: string;

  @ApiProperty({ example: 'Indian/Reunion' })
  readonly timeZone: string;

  @ApiProperty({ type: 'string', example: '974', nullable: true })
  readonly department: string | null;

  @ApiProperty({ format: 'date' })
  readonly validFrom: string;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  readonly validTo: string | null;
}

/** Shows an organisation, and only what the view declares. */
export function viewOfOrganisation(organisation: Organisation): OrganisationView {
  const { id, code, kind, scheme, name, usualName, territory } = organisation;
  const { timeZone, department, validFrom, validTo } = organisation;
  return {
    id,
    code,
    kind,
    scheme,
    name,
    usualName,
    territory,
    timeZone,
    department,
    validFrom,
    validTo,
  };
}
