import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant, LocalDate } from '../../kernel/index.js';

/** Table `app.return_episode`: a return of a young person to the mission locale. */
@Entity('return_episode')
@Check(
  'return_state',
  `state in ('prepared', 'open', 'acknowledged', 'closed', 'cancelled', 'transferred')`,
)
@Check('return_cause', `cause in ('dropout', 'no-solution', 'wish', 'absent', 'planned-end')`)
@Check('return_escalation', `escalation in ('adviser', 'manager', 'arml')`)
@Check('return_answered', `(answer_code is null) = (contacted_on is null)`)
@Check(
  'return_closed_by_answer',
  `state <> 'closed' or coalesce(answer_code, '') in ('RDV_PRIS', 'DEJA_ACCOMPAGNE',
   'NOUVEAU_PROJET', 'NOUVEAU_CONTRAT', 'NE_SOUHAITE_PAS', 'REORIENTATION',
   'INJOIGNABLE_APRES_RELANCES')`,
)
@Check('return_due', `(due_on is null) = (state in ('closed', 'cancelled', 'transferred'))`)
@Check(
  'return_referred',
  `case when predecessor_id is null then referring_ml_id is not distinct from ml_id
   else referring_ml_id is null end`,
)
@ForeignKey('VolunteerEntity', ['unitId', 'volunteerId'], ['unitId', 'id'], {
  name: 'return_volunteer',
})
@ForeignKey(
  'VolunteerEntity',
  ['unitId', 'volunteerId', 'referringMlId'],
  ['unitId', 'id', 'mlId'],
  {
    name: 'return_volunteer_both',
  },
)
@ForeignKey('ReturnEpisodeEntity', ['unitId', 'predecessorId'], ['unitId', 'id'], {
  name: 'return_predecessor',
})
@Unique('return_in_unit', ['unitId', 'id'])
@Unique('return_of_both', ['unitId', 'id', 'mlId'])
@Index('return_active', ['unitId', 'volunteerId'], {
  unique: true,
  where: `state in ('prepared', 'open', 'acknowledged')`,
})
@Index('return_successor', ['unitId', 'predecessorId'], {
  unique: true,
  where: `predecessor_id is not null`,
})
@Index('return_of_volunteer', ['volunteerId', 'createdAt'])
@Index('return_of_unit', ['unitId', 'createdAt', 'id'])
@Index('return_of_ml', ['mlId', 'createdAt', 'id'])
@Index('return_waiting', ['mlId', 'state', 'dueOn'], {
  where: `state in ('prepared', 'open', 'acknowledged')`,
})
@Index('return_climbing', ['mlId', 'escalatesOn'], { where: `escalates_on is not null` })
export class ReturnEpisodeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'return_episode_pkey' })
  id: string;

  @Column('uuid', { name: 'volunteer_id' })
  volunteerId: string;

  @Column('uuid', { name: 'unit_id' })
  @ForeignKey('OrganisationEntity', { name: 'return_unit' })
  unitId: string;

  @Column('uuid', { name: 'ml_id', nullable: true })
  @ForeignKey('OrganisationEntity', { name: 'return_ml' })
  mlId: string | null;

  /** Tied to the service; null for a return that goes on from another mission locale's. */
  @Column('uuid', { name: 'referring_ml_id', nullable: true })
  referringMlId: string | null;

  @Column('uuid', { name: 'predecessor_id', nullable: true })
  predecessorId: string | null;

  @Column('text')
  state: string;

  @Column('date', { name: 'state_on' })
  stateOn: LocalDate;

  @Column('text', { nullable: true })
  cause: string | null;

  @Column('date', { name: 'ends_on' })
  endsOn: LocalDate;

  @Column('date', { name: 'counts_from' })
  countsFrom: LocalDate;

  @Column('text', { name: 'answer_code', nullable: true })
  answerCode: string | null;

  @Column('date', { name: 'contacted_on', nullable: true })
  contactedOn: LocalDate | null;

  @Column('int', { default: 0 })
  attempts: number;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn: LocalDate | null;

  @Column('text', { name: 'due_rule', nullable: true })
  dueRule: string | null;

  @Column('text', { default: 'adviser' })
  escalation: string;

  @Column('date', { name: 'escalates_on', nullable: true })
  escalatesOn: LocalDate | null;

  @Column('timestamptz', { name: 'acted_at', nullable: true })
  actedAt: Instant | null;

  @Column('date', { name: 'as_of_on', nullable: true })
  asOfOn: LocalDate | null;

  @Column('int', { name: 'as_of_sequence', nullable: true })
  asOfSequence: number | null;

  @Column('int', { name: 'as_of_line', nullable: true })
  asOfLine: number | null;

  @Column('int', { default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'now()' })
  createdAt: Instant;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Instant;
}
