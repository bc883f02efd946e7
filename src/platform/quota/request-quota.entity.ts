import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';

/** Table `app.request_quota`: the requests of one subject that still count. */
@Entity('request_quota')
export class RequestQuotaEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'request_quota_pk' })
  key: string;

  @Column('timestamptz', { array: true })
  taken: Instant[];

  @Column('timestamptz', { name: 'last_at' })
  lastAt: Instant;
}
