import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { NAMED_CASES, OpenStock, type StockGap } from '../use-cases/open-stock.js';

/*
 * Who wrote a record last, and from when, stands on the record itself: an act by API has the sequence 0.
 * The unit owes nothing more once it has decided; the mission locale, once the unit has, or once it
 * answered a return. A service is owed as long as it is not over.
 */
const OPEN_CASES: Readonly<Record<string, string>> = {
  ORI: `select t.id, t.reference, null as number_key, t.reference as shown from app.referral t
    where t.ml_id = $1 and t.state in ('submitted', 'received')
      and t.as_of_sequence > 0 and t.as_of_on < $3::date`,
  CEM: `select t.id, null as reference, f.reference || '|' || to_char($3::date, 'YYYY-MM') as number_key,
      f.reference as shown
    from app.cej_contract t
    join app.referral f on f.id = t.referral_id
    where t.ml_id = $1 and t.scheme = 'CEJ' and t.state = 'open' and t.is_kept
      and t.as_of_sequence > 0 and t.as_of_on < $3::date`,
  PEC: `select t.id, null as reference, t.shown as shown, t.shown as number_key
    from (select r.id, o.code || '|' || coalesce(c.unit_file_number, p.content->>'unitFileNumber')
        || '|' || r.ends_on as shown
      from app.return_episode r
      join app.organisation o on o.id = r.unit_id
      left join app.volunteer v on v.id = r.volunteer_id
      left join app.candidacy c on c.id = v.candidacy_id
      left join app.return_transfer h on h.successor_id = r.id
      left join app.return_transfer_part p on p.transfer_id = h.id and p.kind = 'service'
      where r.ml_id = $1 and r.state in ('open', 'acknowledged')
        and r.as_of_sequence > 0 and r.as_of_on < $3::date) t`,
  SUI: `select t.id, f.reference, o.code || '|' || t.unit_file_number as number_key,
      coalesce(t.unit_file_number, f.reference) as shown
    from app.candidacy t
    join app.organisation o on o.id = t.unit_id
    left join app.referral f on f.id = t.referral_id
    where t.unit_id = $1 and t.state in ('received', 'in-evaluation', 'convoked')
      and t.as_of_sequence > 0 and t.as_of_on < $3::date`,
  INC: `select c.id, f.reference,
      o.code || '|' || c.unit_file_number || '|' || t.incorporated_on as number_key,
      coalesce(c.unit_file_number, f.reference) as shown
    from app.volunteer t
    join app.candidacy c on c.id = t.candidacy_id
    join app.organisation o on o.id = t.unit_id
    left join app.referral f on f.id = t.referral_id
    where t.unit_id = $1 and t.state in ('postponed', 'absent', 'in-service')
      and t.as_of_sequence > 0 and t.as_of_on < $3::date`,
  // Its key names a month: that of the photo.
  CEU: `select c.id, f.reference,
      o.code || '|' || c.unit_file_number || '|' || to_char($3::date, 'YYYY-MM') as number_key,
      coalesce(c.unit_file_number, f.reference) as shown
    from app.volunteer t
    join app.candidacy c on c.id = t.candidacy_id
    join app.organisation o on o.id = t.unit_id
    left join app.referral f on f.id = t.referral_id
    where t.unit_id = $1 and t.state = 'in-service'
      and t.as_of_sequence > 0 and t.as_of_on < $3::date`,
};

/** SOR tells the exits of its month, DEV what was answered, DIR who was not taken: none repeats what stays open. */
const WITHOUT_STOCK: readonly string[] = ['SOR', 'DEV', 'DIR'];

// A row that is refused or in review cites its case too, by its key.
const missing = (open: string): string => `with open as (${open})
  select o.shown, count(*) over ()::int as total from open o
  where not exists (select from app.exchange_row r where r.file_id = $2 and r.resource_id = o.id)
    and not exists (
      select from app.exchange_row r where r.file_id = $2 and r.natural_key = o.reference)
    and not exists (
      select from app.exchange_row r where r.file_id = $2 and r.natural_key = o.number_key)
  order by o.shown collate "C" limit ${NAMED_CASES}`;

/** Open cases in PostgreSQL; row-level security decides whose they are. */
@Injectable()
export class DatabaseOpenStock extends OpenStock {
  override async missingFrom(
    { id, organisationId }: ExchangeFile,
    flow: string,
    day: LocalDate,
  ): Promise<StockGap> {
    if (WITHOUT_STOCK.includes(flow)) return { count: 0, keys: [] };
    const open = OPEN_CASES[flow];
    if (open === undefined) throw new Error(`the open cases of ${flow} are not known`);
    const rows: { shown: string; total: number }[] = await currentManager().query(missing(open), [
      organisationId,
      id,
      day,
    ]);
    return { count: rows[0]?.total ?? 0, keys: rows.map(({ shown }) => shown) };
  }
}
