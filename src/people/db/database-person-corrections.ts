import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, Instant, LocalDate } from '../../kernel/index.js';
import {
  ACTOR_COLUMNS,
  actorColumns,
  insertRows,
  rowsOf,
  updateRows,
} from '../../platform/database/index.js';
import { CONTACT_PARTS, type ContactCorrections } from '../domain/contact-corrections.js';
import type { FieldChange, PersonCorrection } from '../domain/person-correction.js';
import type { PersonRecord } from '../domain/person-record.js';
import { PersonCorrections } from '../use-cases/correction-ports.js';
import { PERSON_COLUMNS, toRow } from './person-rows.js';

interface CorrectionRow {
  corrected_at: Instant;
  acting_role: string;
  channel: string;
  changes: FieldChange[];
}

type LatestRow = { person_id: string; field: keyof ContactCorrections; corrected_on: LocalDate };

const { id: _id, org_id: _org, ...WRITTEN } = PERSON_COLUMNS;

/** Corrections in PostgreSQL: one row for each field, those of one correction under one id. */
@Injectable()
export class DatabasePersonCorrections extends PersonCorrections {
  override async write(
    person: PersonRecord,
    changes: readonly FieldChange[],
    actor: Actor,
  ): Promise<boolean> {
    const written = await updateRows(
      'app.young_person',
      { id: 'uuid', version: 'int' },
      { ...WRITTEN, version: 'int' },
      [{ ...toRow(person), version: person.version, key_version: person.version - 1 }],
      'updated_at = now()',
    );
    if (written !== 1) return false;
    const correction_id = randomUUID();
    const columns = {
      ...{ id: 'uuid', org_id: 'uuid', person_id: 'uuid', correction_id: 'uuid' },
      ...{ field: 'text', before: 'text', after: 'text' },
      ...ACTOR_COLUMNS,
    } as const;
    await insertRows(
      'app.person_correction',
      columns,
      changes.map((change) => ({
        id: randomUUID(),
        org_id: person.organisationId,
        person_id: person.id,
        correction_id,
        ...change,
        ...actorColumns(actor),
      })),
    );
    return true;
  }

  override async of(personId: string, limit: number): Promise<PersonCorrection[]> {
    const rows = await rowsOf<CorrectionRow>(
      `select min(corrected_at) as corrected_at, min(acting_role) as acting_role,
         min(channel) as channel, jsonb_agg(jsonb_build_object(
           'field', field, 'before', before, 'after', after) order by id) as changes
       from app.person_correction where person_id = $1
       group by correction_id order by min(corrected_at) desc, correction_id limit $2`,
      [personId, limit],
    );
    return rows.map((row) => ({
      correctedAt: row.corrected_at,
      role: row.acting_role,
      channel: row.channel,
      changes: row.changes,
    }));
  }

  override async contactsOf(
    personIds: readonly string[],
    timeZone: string,
  ): Promise<ReadonlyMap<string, ContactCorrections>> {
    if (personIds.length === 0) return new Map();
    const rows = await rowsOf<LatestRow>(
      `select person_id, field, max((corrected_at at time zone $2)::date) as corrected_on
       from app.person_correction where person_id = any($1::uuid[]) and field = any($3)
       group by person_id, field`,
      [[...new Set(personIds)], timeZone, [...CONTACT_PARTS]],
    );
    const found = new Map<string, ContactCorrections>();
    for (const { person_id: id, field, corrected_on: on } of rows) {
      found.set(id, { ...found.get(id), [field]: on });
    }
    return found;
  }
}
