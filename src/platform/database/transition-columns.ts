import { Column } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/**
 * What every line of a history holds: the command, the move, the day it is about and the instant it was
 * recorded, who acted, in which role, for whom and through which door. A history adds its keys and its own facts.
 */
export abstract class TransitionColumns {
  @Column('text')
  command: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: string | null;

  @Column('text', { name: 'to_state' })
  toState: string;

  @Column('date', { name: 'effective_on' })
  effectiveOn: LocalDate;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Instant;

  @Column('text', { name: 'actor_type' })
  actorType: string;

  @Column('text', { name: 'actor_id' })
  actorId: string;

  @Column('text', { name: 'acting_role' })
  actingRole: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('text')
  channel: string;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('int', { name: 'file_line', nullable: true })
  fileLine: number | null;
}
