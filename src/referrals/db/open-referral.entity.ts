import { Column, Entity, PrimaryColumn } from 'typeorm';

// Spread each time: the decorator writes into the object it is given.
const KEY = { primaryKeyConstraintName: 'referral_one_open' };

/** Table `app.open_referral`: the one open referral of a person, kept by the triggers of `app.referral`. */
@Entity('open_referral')
export class OpenReferralEntity {
  @PrimaryColumn('uuid', { name: 'ml_id', ...KEY })
  mlId: string;

  @PrimaryColumn('uuid', { name: 'person_id', ...KEY })
  personId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'referral_id' })
  referralId: string;
}
