import { Injectable } from '@nestjs/common';
import { parseMonth, type Instant } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import { ToldContracts, type ToldContract } from '../use-cases/told-contracts.js';

type ToldRow = {
  id: string;
  edition: number;
  told_edition: number | null;
  told_said: string | null;
  /** Month of the file that told it last; null when it was never told. */
  told_period: string | null;
};

/*
 * A unit does not read the history of a contract: only its mission locale writes it, and each version is
 * news. A contract that has long been as it is becomes news when the young person begins to serve there.
 */
const CONTRACTS = `select t.id, t.version as edition, m.version as told_edition, m.said as told_said,
    f.period as told_period
  from app.cej_contract t
  join lateral (select s.created_at, r.reference from app.files_of(array[t.person_id]) p
    join app.volunteer s on s.person_id = p.file_id
    join app.referral r on r.id = s.referral_id
    where s.person_org_id = t.ml_id and s.unit_id = $1
      and s.state in ('in-service', 'exited') order by s.created_at desc limit 1) v on true
  left join app.delivery_mark m
    on m.org_id = $1 and m.flow = 'CEM' and m.resource_id = t.id
  left join app.mailbox_file f on f.org_id = $1 and f.id = m.mailbox_file_id
  where t.scheme = 'CEJ' and (m.version is not null or t.updated_at >= $2 or v.created_at >= $2)
  order by v.reference, t.id`;

/** Reads contracts and marks under the scope of the unit itself. */
@Injectable()
export class DatabaseToldContracts extends ToldContracts {
  override async to(unitId: string, settledSince: Instant): Promise<ToldContract[]> {
    const rows = await rowsOf<ToldRow>(CONTRACTS, [unitId, settledSince]);
    return rows.map((row) => ({ id: row.id, edition: row.edition, told: toldOf(row) }));
  }
}

function toldOf({ told_period: period, told_edition: edition, told_said: said }: ToldRow) {
  const month = parseMonth(period?.slice(0, 7) ?? '');
  return month && edition !== null ? { month, edition, said } : null;
}
