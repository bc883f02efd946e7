import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, JsonValue } from '../../kernel/index.js';

/** Table `app.exchange_file`: a deposit, refused or kept. */
@Entity('exchange_file')
@Check(
  'exchange_file_conservation',
  `state not in ('applied', 'closed') or rows_read =
    rows_applied + rows_unchanged + rows_in_review + rows_stale + rows_rejected`,
)
@Check(
  'exchange_file_state',
  `state in ('refused', 'registered', 'rejected', 'held', 'applied', 'closed', 'internal-error')`,
)
@Check(
  'exchange_file_step',
  `step in ('RECU', 'REJETE_TECHNIQUE', 'A_CONFIRMER', 'ENREGISTRE', 'LECTURE', 'REJETE', 'APPLIQUE',
    'CLOS', 'REMPLACE', 'ANNULE', 'EN_ERREUR_INTERNE')`,
)
@Unique('exchange_file_in_org', ['orgId', 'id'])
@Unique('exchange_file_number', ['number'])
@Index('exchange_file_content', ['orgId', 'sha256'])
@Index('exchange_file_of_month', ['orgId', 'flow', 'mode', 'period', 'receivedAt', 'id'], {
  where: `nature <> 'S' and state <> 'refused'`,
})
@Index('exchange_file_of_org', ['orgId', 'receivedAt', 'id'])
@Index('exchange_file_provisional', ['orgId', 'flow', 'mode', 'period'], {
  where: `report_stage is not null and report_stage <> 'DEFINITIF'`,
})
@Index('exchange_file_sequence', ['orgId', 'flow', 'mode', 'sequence'], {
  unique: true,
  where: `state <> 'refused'`,
})
@Index('exchange_file_turn', ['orgId', 'flow', 'receivedAt', 'sequence', 'id'], {
  where: `state = 'registered'`,
})
export class ExchangeFileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exchange_file_pkey' })
  id: string;

  @Column('uuid', { name: 'org_id' })
  @ForeignKey('OrganisationEntity', { name: 'exchange_file_org' })
  orgId: string;

  @Column('text')
  number: string;

  @Column('text')
  state: string;

  @Column('text')
  step: string;

  @Column('text', { nullable: true })
  flow: string | null;

  @Column('text', { nullable: true })
  mode: string | null;

  @Column('text', { nullable: true })
  period: string | null;

  @Column('text', { nullable: true })
  nature: string | null;

  @Column('int', { nullable: true })
  sequence: number | null;

  @Column('uuid', { name: 'slot_id', nullable: true })
  @Index('exchange_file_slot', { where: 'slot_id is not null' })
  slotId: string | null;

  @Column('text', { name: 'file_name', nullable: true })
  fileName: string | null;

  @Column('text', { name: 'exchange_identifier', nullable: true })
  exchangeIdentifier: string | null;

  @Column('text')
  sha256: string;

  @Column('bigint')
  bytes: number;

  @Column('text', { nullable: true })
  encoding: string | null;

  @Column('text', { nullable: true })
  separator: string | null;

  @Column('int', { name: 'row_count', nullable: true })
  rowCount: number | null;

  @Column('boolean', { name: 'is_on_time', nullable: true })
  isOnTime: boolean | null;

  @Column('text')
  channel: string;

  @Column('text', { name: 'depositor_id' })
  depositorId: string;

  @Column('text', { name: 'depositor_scopes', array: true })
  depositorScopes: string[];

  @Column('jsonb', { nullable: true })
  manifest: JsonValue | null;

  @Column('jsonb')
  faults: JsonValue;

  /** Of a photo: how often each column was empty or refused. */
  @Column('jsonb', { name: 'column_rates', nullable: true })
  columnRates: JsonValue | null;

  @Column('text', { name: 'report_number', nullable: true })
  reportNumber: string | null;

  @Column('text', { name: 'report_stage', nullable: true })
  reportStage: string | null;

  @Column('int', { name: 'report_code', nullable: true })
  reportCode: number | null;

  /** Number of the provisional report that this one replaces. */
  @Column('text', { name: 'replaces_report', nullable: true })
  replacesReport: string | null;

  @Column('int', { name: 'rows_read', default: 0 })
  rowsRead: number;

  @Column('int', { name: 'rows_applied', default: 0 })
  rowsApplied: number;

  @Column('int', { name: 'rows_unchanged', default: 0 })
  rowsUnchanged: number;

  @Column('int', { name: 'rows_in_review', default: 0 })
  rowsInReview: number;

  @Column('int', { name: 'rows_stale', default: 0 })
  rowsStale: number;

  @Column('int', { name: 'rows_rejected', default: 0 })
  rowsRejected: number;

  @Column('timestamptz', { name: 'received_at' })
  @Index('exchange_file_pending', { where: `state = 'registered'` })
  @Index('exchange_file_gap', {
    where: `faults @> '[{"code": "SEQUENCE_TROU"}]' and state <> 'refused'`,
  })
  @Index('exchange_file_test', { where: `mode = 'T'` })
  receivedAt: Instant;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  @Index('exchange_file_applied', { where: 'applied_at is not null' })
  appliedAt: Instant | null;

  @Column('text', { name: 'correlation_id' })
  correlationId: string;

  /** Grows with each lease: a worker that held an older one can no longer conclude. */
  @Column('bigint', { name: 'lease_token', default: 0 })
  leaseToken: number;

  @Column('timestamptz', { name: 'leased_until', nullable: true })
  @Index('exchange_file_leased', { where: 'leased_until is not null' })
  leasedUntil: Instant | null;

  @Column('uuid', { name: 'lease_holder', nullable: true })
  leaseHolder: string | null;

  /** Processes that died over it since it was last given to the processing. */
  @Column('int', { default: 0 })
  crashes: number;

  /** Tries that ended with an error of ours. */
  @Column('int', { default: 0 })
  failures: number;

  /** Not taken before. */
  @Column('timestamptz', { name: 'due_at', default: () => 'clock_timestamp()' })
  dueAt: Instant;
}
