import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/index.js';
import { YoungPersonEntity } from './young-person.entity.js';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'person_share_pk' };

/** Table `app.person_share`: a person shown to another organisation. */
@Entity('person_share')
@ForeignKey(() => YoungPersonEntity, ['ownerOrgId', 'personId'], ['orgId', 'id'], {
  name: 'person_share_person',
})
export class PersonShareEntity {
  @PrimaryColumn('uuid', { name: 'org_id', ...KEY })
  @ForeignKey('OrganisationEntity', { name: 'person_share_org' })
  orgId: string;

  @Column('uuid', { name: 'owner_org_id' })
  ownerOrgId: string;

  @PrimaryColumn('uuid', { name: 'person_id', ...KEY })
  personId: string;

  @Column('date', { name: 'valid_from' })
  validFrom: LocalDate;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo: LocalDate | null;
}
