import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/index.js';
import { CandidacyEntity } from './candidacy.entity.js';

/** Table `app.medical_conclusion`: a conclusion, sealed; another role reads it than the one that writes it. */
@Entity('medical_conclusion')
@ForeignKey(() => CandidacyEntity, ['unitId', 'candidacyId'], ['unitId', 'id'], {
  name: 'medical_conclusion_candidacy',
})
@ForeignKey(() => CandidacyEntity, ['unitId', 'candidacyId', 'mlId'], ['unitId', 'id', 'mlId'], {
  name: 'medical_conclusion_both',
})
@Index('medical_conclusion_of', ['candidacyId', 'recordedAt'])
export class MedicalConclusionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'medical_conclusion_pkey' })
  id: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'ml_id', nullable: true })
  mlId: string | null;

  @Column('uuid', { name: 'candidacy_id' })
  candidacyId: string;

  @Column('int', { name: 'key_version' })
  keyVersion: number;

  @Column('bytea')
  sealed: Buffer;

  @Column('bytea', { name: 'sealed_day', nullable: true })
  sealedDay: Buffer | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt: Instant;

  @Column('text', { name: 'recorded_by' })
  recordedBy: string;
}
