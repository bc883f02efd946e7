import { ApiProperty } from '@nestjs/swagger';

/** An organisation as files and lists name it. */
export class OrganisationName {
  @ApiProperty({ example: '97411S00' })
  readonly code: string;
  @ApiProperty()
  readonly name: string;
}
