import { Injectable } from '@nestjs/common';
import {
  currentManager,
  insertRows,
  queryBySet,
  rowsOf,
  updateRows,
} from '../../platform/database/index.js';
import type { ContactDetails, PersonDetails, PersonRecord } from '../domain/person-record.js';
import { MOST_CANDIDATES } from '../domain/resolve-person.js';
import { People, type PersonShare, type TraitSearch } from '../use-cases/ports.js';
import {
  CONTACT_COLUMNS,
  contactRow,
  PERSON_COLUMNS,
  toPerson,
  toRow,
  type PersonRow,
} from './person-rows.js';

/** The columns to read, of the alias `p`. */
export const PERSON_SELECTED = `p.id, p.org_id, p.birth_name, p.usage_name, p.first_names, p.sex, p.birth_date,
  p.birth_place_code, p.birth_place_label, p.phone, p.email, p.street, p.address_complement,
  p.postal_code, p.commune_code, p.priority_district, p.imilo_id, p.version`;

/** Young people in PostgreSQL; row-level security decides which ones exist for the caller. */
@Injectable()
export class DatabasePeople extends People {
  /** One by one: what a unit sees is probed for each person, not gathered whole for some thousands. */
  override async byIds(ids: readonly string[]): Promise<PersonRecord[]> {
    if (ids.length === 0) return [];
    const rows = await rowsOf<PersonRow>(
      `select ${PERSON_SELECTED} from unnest($1::uuid[]) k(id) cross join lateral
         (select * from app.young_person y where y.id = k.id offset 0) p`,
      [[...new Set(ids)]],
    );
    return rows.map(toPerson);
  }

  override async byImiloIds(
    organisationId: string,
    imiloIds: readonly string[],
  ): Promise<PersonRecord[]> {
    if (imiloIds.length === 0) return [];
    const rows: PersonRow[] = await currentManager().query(
      `select ${PERSON_SELECTED} from app.young_person p where p.org_id = $1 and p.imilo_id = any($2)`,
      [organisationId, imiloIds],
    );
    return rows.map(toPerson);
  }

  override async byTraits(
    organisationId: string,
    searches: readonly TraitSearch[],
  ): Promise<PersonRecord[]> {
    const rows = await queryBySet<PersonRow>(
      // Those without a number first: only they may be linked by their traits.
      (
        set,
      ) => `select ${PERSON_SELECTED} from (select distinct * from ${set}) r cross join lateral (
          select * from app.young_person y
          where y.org_id = r.org_id and y.birth_date = r.birth_date and y.name_key = r.name_key
          order by y.imilo_id is not null, y.id limit ${MOST_CANDIDATES + 1}) p`,
      { org_id: 'uuid', birth_date: 'text', name_key: 'text' },
      searches.map((search) => ({
        org_id: organisationId,
        birth_date: search.birthDate,
        name_key: search.nameKey,
      })),
    );
    return rows.map(toPerson);
  }

  override insertAll(
    people: readonly (PersonDetails & { id: string; organisationId: string })[],
  ): Promise<void> {
    return insertRows('app.young_person', PERSON_COLUMNS, people.map(toRow));
  }

  override async updateContacts(
    changes: readonly { id: string; imiloId: string | null; contact: ContactDetails }[],
  ): Promise<void> {
    await updateRows(
      'app.young_person',
      { id: 'uuid' },
      CONTACT_COLUMNS,
      changes.map((change) => ({ id: change.id, ...contactRow(change) })),
      'version = t.version + 1, updated_at = now()',
    );
  }

  override shareAll(shares: readonly PersonShare[]): Promise<void> {
    return insertRows(
      'app.person_share',
      { org_id: 'uuid', owner_org_id: 'uuid', person_id: 'uuid', valid_from: 'date' },
      shares.map((share) => ({
        org_id: share.recipientId,
        owner_org_id: share.ownerId,
        person_id: share.personId,
        valid_from: share.from,
      })),
      'on conflict do nothing',
    );
  }
}
