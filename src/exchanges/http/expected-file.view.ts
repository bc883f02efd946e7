import { ApiProperty } from '@nestjs/swagger';
import { SLOT_STATES } from '../domain/slot-state.js';

/** A file to send (contract.md 2). */
export class ExpectedFileView {
  @ApiProperty({ example: 'SUI' })
  readonly flow: string;
  @ApiProperty({ enum: ['P', 'T'] })
  readonly mode: string;
  @ApiProperty({ type: String, nullable: true, example: '2026-11' })
  readonly period: string | null;
  @ApiProperty({ enum: ['I', 'C', 'S'] })
  readonly nature: string;
  @ApiProperty({ enum: SLOT_STATES })
  readonly state: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly opensAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly dueAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly closesAt: string | null;
  @ApiProperty({ minimum: 1 })
  readonly nextSequence: number;
}
