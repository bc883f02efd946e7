import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager, rowsOf, type SqlValue } from '../../platform/database/index.js';
import type { Preparation } from '../domain/preparation.js';
import { Preparations } from '../use-cases/ports.js';

type PreparationRow = {
  id: string;
  ml_id: string;
  adviser_id: string;
  typed: Record<string, string>;
  version: number;
  updated_at: Instant;
};

const READ = `select id, ml_id, adviser_id, typed, version, updated_at
  from app.referral_preparation`;

/** Preparations in PostgreSQL; row-level security leaves those of the caller's mission locale. */
@Injectable()
export class DatabasePreparations extends Preparations {
  override async begin({
    id,
    missionLocaleId,
    adviserId,
    typed,
  }: Omit<Preparation, 'version' | 'updatedAt'>): Promise<void> {
    await currentManager().query(
      `insert into app.referral_preparation (id, ml_id, adviser_id, typed)
       values ($1, $2, $3, $4) on conflict (id) do nothing`,
      [id, missionLocaleId, adviserId, JSON.stringify(typed)],
    );
  }

  override one(id: string): Promise<Preparation | null> {
    return first(`${READ} where id = $1`, [id]);
  }

  override take(id: string): Promise<Preparation | null> {
    return first(`${READ} where id = $1 for update`, [id]);
  }

  override async keep(id: string, version: number, typed: Preparation['typed']): Promise<boolean> {
    const rows = await rowsOf<{ id: string }>(
      `with kept as (update app.referral_preparation
         set typed = $3, version = version + 1, updated_at = now()
         where id = $1 and version = $2 returning id)
       select id from kept`,
      [id, version, JSON.stringify(typed)],
    );
    return rows.length === 1;
  }

  override async remove(id: string): Promise<void> {
    await currentManager().query('delete from app.referral_preparation where id = $1', [id]);
  }

  override async removeUntouched(since: Instant): Promise<number> {
    const [, count]: [unknown[], number] = await currentManager().query(
      'delete from app.referral_preparation where updated_at < $1',
      [since],
    );
    return count;
  }

  override async latest(limit: number): Promise<{ items: Preparation[]; total: number }> {
    const [counted] = await rowsOf<{ total: number }>(
      'select count(*) as total from app.referral_preparation',
    );
    const rows = await rowsOf<PreparationRow>(
      `${READ} order by updated_at desc, id desc limit $1`,
      [limit],
    );
    return { items: rows.map(toPreparation), total: Number(counted?.total ?? 0) };
  }
}

async function first(sql: string, values: readonly SqlValue[]): Promise<Preparation | null> {
  const [row] = await rowsOf<PreparationRow>(sql, values);
  return row ? toPreparation(row) : null;
}

function toPreparation(row: PreparationRow): Preparation {
  return {
    id: row.id,
    missionLocaleId: row.ml_id,
    adviserId: row.adviser_id,
    typed: row.typed,
    version: row.version,
    updatedAt: row.updated_at,
  };
}
