import { ApiProperty } from '@nestjs/swagger';
import { codesOf } from '../../kernel/index.js';
import { OrganisationName } from '../../referrals/index.js';
import { EVALUATION_POINTS, SIDES } from '../domain/code-lists.js';

/** What one side says of the work with the other. */
export class NoteView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: OrganisationName })
  readonly missionLocale: OrganisationName;

  @ApiProperty({ type: OrganisationName })
  readonly unit: OrganisationName;

  @ApiProperty({ example: '2026-09' })
  readonly contingent: string;

  @ApiProperty({ enum: SIDES })
  readonly side: string;

  @ApiProperty({ enum: codesOf(EVALUATION_POINTS), isArray: true })
  readonly worked: readonly string[];

  @ApiProperty({ enum: codesOf(EVALUATION_POINTS), isArray: true })
  readonly improve: readonly string[];

  @ApiProperty({ format: 'date' })
  readonly writtenOn: string;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;
}
