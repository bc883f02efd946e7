import { Injectable } from '@nestjs/common';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import type { PersonRecord } from '../domain/person-record.js';
import { PeopleLists, type PeopleSearch } from '../use-cases/ports.js';
import { PERSON_SELECTED } from './database-people.js';
import { toPerson, type PersonRow } from './person-rows.js';

/** Lists of young people in PostgreSQL; row-level security leaves what the caller may see. */
@Injectable()
export class DatabasePeopleLists extends PeopleLists {
  override async page(
    organisationId: string,
    search: PeopleSearch,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<{ items: PersonRecord[]; total: number }> {
    const { where, values } = conditionsOf(organisationId, search);
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total from app.young_person p where ${where}`,
      values,
    );
    const rows = await rowsOf<PersonRow>(
      `select ${PERSON_SELECTED} from app.young_person p where ${where}
       order by p.name_key, p.first_name_key, p.birth_date, p.id
       limit $${values.length + 1} offset $${values.length + 2}`,
      [...values, limit, offset],
    );
    return { items: rows.map(toPerson), total: Number(counted?.total ?? 0) };
  }
}

/** One condition for the list and for its count; names come from here, values travel apart (SEC-27). */
function conditionsOf(
  organisationId: string,
  { nameWords = [], number }: PeopleSearch,
): { where: string; values: SqlValue[] } {
  const values: SqlValue[] = [organisationId];
  const conditions = ['p.org_id = $1'];
  if (number !== undefined) {
    values.push(number);
    conditions.push(`p.imilo_id = $${values.length}`);
  }
  for (const word of nameWords) {
    values.push(word);
    const place = `$${values.length}`;
    conditions.push(
      `(position(${place} in p.name_key) > 0 or position(${place} in p.first_name_key) > 0)`,
    );
  }
  return { where: conditions.join(' and '), values };
}
