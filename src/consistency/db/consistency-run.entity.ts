import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.consistency_run`: a check of everyone, in figures alone. */
@Entity('consistency_run')
@Check('consistency_run_period', `finished_at >= started_at`)
@Index('consistency_run_latest', ['startedAt'])
export class ConsistencyRunEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consistency_run_pkey' })
  id: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Instant;

  @Column('timestamptz', { name: 'finished_at' })
  finishedAt: Instant;

  @Column('int')
  organisations: number;

  @Column('int')
  failures: number;

  @Column('jsonb')
  found: Record<string, number>;
}
