import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import type { SilenceAge } from '../domain/silence.rules.js';

/** Table `app.return_silence`: what the region may know of the silence of a mission locale. */
@Entity('return_silence')
@Check('return_silence_floor', 'returns >= 11')
@Check('return_silence_age', `age in ('under-a-month', 'under-three-months', 'longer')`)
export class ReturnSilenceEntity {
  @PrimaryColumn('uuid', { name: 'ml_id', primaryKeyConstraintName: 'return_silence_pkey' })
  @ForeignKey('OrganisationEntity', { name: 'return_silence_ml' })
  mlId: string;

  @Column('int', { nullable: true })
  returns: number | null;

  @Column('text')
  age: SilenceAge;

  @Column('timestamptz', { name: 'counted_at' })
  countedAt: Instant;
}
