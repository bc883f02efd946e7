import { Injectable } from '@nestjs/common';
import { actingRole, ChangedMeanwhile, type Actor, type Instant } from '../../kernel/index.js';
import {
  currentManager,
  insertRows,
  rowsOf,
  violatedConstraint,
  type SqlValue,
} from '../../platform/database/index.js';
import type { ComingIncorporation, OfferSheet, SheetState } from '../domain/offer-sheet.js';
import { OfferSheets, type SheetFilter, type SheetPosition } from '../use-cases/ports.js';

type SheetRow = {
  id: string;
  unit_id: string;
  number: number;
  state: SheetState;
  tracks: string[];
  conditions: string[];
  contact_service: string;
  contact_phone: string | null;
  contact_email: string | null;
  incorporations: ComingIncorporation[];
  published_at: Instant;
  replaced_at: Instant | null;
};

const COLUMNS = {
  id: 'uuid',
  unit_id: 'uuid',
  number: 'int',
  state: 'text',
  tracks: 'text[]',
  conditions: 'text[]',
  contact_service: 'text',
  contact_phone: 'text',
  contact_email: 'text',
  incorporations: 'jsonb',
  published_at: 'timestamptz',
  acting_role: 'text',
} as const;

const SELECT = `select t.id, t.unit_id, t.number, t.state, t.tracks, t.conditions, t.contact_service,
  t.contact_phone, t.contact_email, t.incorporations, t.published_at, t.replaced_at
  from app.offer_sheet t`;

/** Sheets in PostgreSQL; row-level security leaves those in force, and all of the own unit. */
@Injectable()
export class DatabaseOfferSheets extends OfferSheets {
  override async byId(id: string): Promise<OfferSheet | null> {
    const [row] = await rowsOf<SheetRow>(`${SELECT} where t.id = $1`, [id]);
    return row ? toSheet(row) : null;
  }

  override async page(
    { unitId, territory }: SheetFilter,
    limit: number,
    after: SheetPosition | null,
  ): Promise<{ items: OfferSheet[]; total: number }> {
    const values: SqlValue[] = [];
    const conditions = [`t.state = 'published'`];
    const add = (sql: (place: string) => string, value: SqlValue | undefined): void => {
      if (value === undefined) return;
      values.push(value);
      conditions.push(sql(`$${values.length}`));
    };
    add((place) => `t.unit_id = ${place}`, unitId);
    add(
      (place) => `exists (select from app.organisation o
        where o.id = t.unit_id and o.territory = ${place})`,
      territory,
    );
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total from app.offer_sheet t where ${conditions.join(' and ')}`,
      values,
    );
    if (after) {
      values.push(after.at, after.id);
      conditions.push(`(t.published_at, t.id) < ($${values.length - 1}, $${values.length})`);
    }
    const rows = await rowsOf<SheetRow>(
      `${SELECT} where ${conditions.join(' and ')}
       order by t.published_at desc, t.id desc limit ${limit}`,
      values,
    );
    return { items: rows.map(toSheet), total: Number(counted?.total ?? 0) };
  }

  override async versionsOf(unitId: string): Promise<OfferSheet[]> {
    const rows = await rowsOf<SheetRow>(`${SELECT} where t.unit_id = $1 order by t.number desc`, [
      unitId,
    ]);
    return rows.map(toSheet);
  }

  override async publish(
    sheet: OfferSheet,
    replaced: OfferSheet | null,
    actor: Actor,
  ): Promise<void> {
    if (replaced) {
      await currentManager().query(
        `update app.offer_sheet set state = 'replaced', replaced_at = $2
         where id = $1 and state = 'published'`,
        [replaced.id, sheet.publishedAt],
      );
    }
    const row = { ...rowOf(sheet), acting_role: actingRole(actor) };
    try {
      await insertRows('app.offer_sheet', COLUMNS, [row]);
    } catch (error) {
      const violated = violatedConstraint(error) ?? '';
      if (ONE_AT_A_TIME.includes(violated)) throw new ChangedMeanwhile();
      throw error;
    }
  }
}

const ONE_AT_A_TIME = ['offer_sheet_number', 'offer_sheet_in_force'];

function rowOf(sheet: OfferSheet) {
  return {
    id: sheet.id,
    unit_id: sheet.unitId,
    number: sheet.number,
    state: sheet.state,
    tracks: [...sheet.tracks],
    conditions: [...sheet.conditions],
    contact_service: sheet.contactService,
    contact_phone: sheet.contactPhone,
    contact_email: sheet.contactEmail,
    incorporations: sheet.incorporations.map((one) => ({ ...one })),
    published_at: sheet.publishedAt,
  };
}

function toSheet(row: SheetRow): OfferSheet {
  return {
    id: row.id,
    unitId: row.unit_id,
    number: row.number,
    state: row.state,
    tracks: row.tracks,
    conditions: row.conditions,
    contactService: row.contact_service,
    contactPhone: row.contact_phone,
    contactEmail: row.contact_email,
    incorporations: row.incorporations,
    publishedAt: row.published_at,
    replacedAt: row.replaced_at,
  };
}
