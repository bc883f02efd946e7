import { ApiProperty } from '@nestjs/swagger';
import { SEXES } from '../domain/code-lists.js';
import { codesOf } from '../../kernel/index.js';
import type { PersonRecord } from '../domain/person-record.js';

/** Where the young person lives. */
export class AddressView {
  @ApiProperty({ type: String, nullable: true })
  readonly street: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly complement: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly postalCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly communeCode: string | null;
}

/** A young person as those who have the file read them. */
export class YoungPersonView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
  @ApiProperty()
  readonly birthName: string;
  @ApiProperty({ type: String, nullable: true })
  readonly usageName: string | null;
  @ApiProperty({ type: [String] })
  readonly firstNames: readonly string[];
  @ApiProperty({ type: String, enum: codesOf(SEXES), nullable: true })
  readonly sex: string | null;
  @ApiProperty({ example: '2005-03-11' })
  readonly birthDate: string;
  @ApiProperty({ type: String, nullable: true })
  readonly birthPlaceCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly phone: string | null;
  @ApiProperty({ type: String, nullable: true })
  readonly email: string | null;
  @ApiProperty({ type: AddressView })
  readonly address: AddressView;
  @ApiProperty({ type: String, nullable: true })
  readonly imiloId: string | null;
  @ApiProperty({ description: 'À redonner avec une correction' })
  readonly version: number;
}

/** The view of a person on file. */
export function youngPersonView(person: PersonRecord): YoungPersonView {
  const { id, identity, contact, imiloId, version } = person;
  return {
    id,
    birthName: identity.birthName,
    usageName: identity.usageName,
    firstNames: identity.firstNames,
    sex: identity.sex,
    birthDate: identity.birthDate,
    birthPlaceCode: identity.birthPlaceCode,
    phone: contact.phone,
    email: contact.email,
    address: {
      street: contact.street,
      complement: contact.addressComplement,
      postalCode: contact.postalCode,
      communeCode: contact.communeCode,
    },
    imiloId,
    version,
  };
}
