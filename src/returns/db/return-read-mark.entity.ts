import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'return_read_mark_pkey' };

/** Table `app.return_read_mark`: when somebody of a unit last opened a return. */
@Entity('return_read_mark')
@ForeignKey('ReturnEpisodeEntity', ['unitId', 'episodeId'], ['unitId', 'id'], {
  name: 'return_read_mark_episode',
})
export class ReturnReadMarkEntity {
  @PrimaryColumn('uuid', { name: 'episode_id', ...KEY })
  episodeId: string;

  @PrimaryColumn('text', { name: 'reader_id', ...KEY })
  readerId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('timestamptz', { name: 'read_at', default: () => 'clock_timestamp()' })
  readAt: Instant;
}
