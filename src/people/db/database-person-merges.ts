import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { currentManager, rowsOf } from '../../platform/database/index.js';
import type { PersonMerge } from '../domain/person-merge.js';
import { PersonMerges, type MergeView } from '../use-cases/merge-ports.js';

const SELECT = `select id, org_id as "organisationId", kept_id as "keptId", merged_id as "mergedId",
  state, proposed_by as "proposedBy", proposed_at as "proposedAt", decided_by as "decidedBy",
  decided_at as "decidedAt" from app.person_merge`;

/** Merges in PostgreSQL, which holds that two people are needed. */
@Injectable()
export class DatabasePersonMerges extends PersonMerges {
  /** A merged file points to one file, and nothing points to a merged one. */
  override async propose(merge: Parameters<PersonMerges['propose']>[0]): Promise<boolean> {
    const { id, organisationId, keptId, mergedId, proposedBy } = merge;
    const [{ mayBe } = { mayBe: false }]: { mayBe: boolean }[] = await currentManager().query(
      `select (select count(*) from app.young_person
          where org_id = $1 and id in ($2::uuid, $3::uuid)) = 2
        and not exists (select from app.person_merge where org_id = $1
          and state in ('proposed', 'confirmed') and (merged_id in ($2, $3) or kept_id = $3))
        as "mayBe"`,
      [organisationId, keptId, mergedId],
    );
    if (!mayBe) return false;
    const added: unknown[] = await currentManager().query(
      `insert into app.person_merge (id, org_id, kept_id, merged_id, state, proposed_by, proposed_at)
       values ($1, $2, $3, $4, 'proposed', $5, date_trunc('milliseconds', now()))
       on conflict do nothing returning id`,
      [id, organisationId, keptId, mergedId, proposedBy],
    );
    return added.length > 0;
  }

  override async take(id: string): Promise<PersonMerge | null> {
    const [found]: PersonMerge[] = await currentManager().query(
      `${SELECT} where id = $1 and org_id = app.current_org() for update`,
      [id],
    );
    return found ?? null;
  }

  override async write(id: string, state: PersonMerge['state'], by: string): Promise<void> {
    const columns =
      state === 'undone'
        ? 'undone_by = $3, undone_at = now()'
        : 'decided_by = $3, decided_at = now()';
    const sql = `update app.person_merge set state = $2, ${columns} where id = $1`;
    await currentManager().query(sql, [id, state, by]);
  }

  override async page(
    limit: number,
    after: { proposedAt: Instant; id: string } | null,
  ): Promise<{ items: PersonMerge[]; total: number }> {
    const [counted]: { total: number }[] = await currentManager().query(
      'select count(*) as total from app.person_merge where org_id = app.current_org()',
    );
    const items: PersonMerge[] = await currentManager().query(
      `${SELECT} where org_id = app.current_org()
         and ($1::timestamptz is null or (proposed_at, id) < ($1, $2::uuid))
       order by proposed_at desc, id desc limit ${limit}`,
      [after?.proposedAt ?? null, after?.id ?? null],
    );
    return { items, total: counted?.total ?? 0 };
  }

  override async inView(
    view: MergeView,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<PersonMerge[]> {
    return rowsOf<PersonMerge>(
      `${SELECT} where org_id = app.current_org() and ($1 = 'all' or state = $1) order by proposed_at desc, id desc
       limit $2 offset $3`,
      [view, limit, offset],
    );
  }

  override async counts(): Promise<Readonly<Record<MergeView, number>>> {
    const [counted] = await rowsOf<Record<MergeView, number>>(
      `select count(*) as all, count(*) filter (where state = 'proposed') as proposed
       from app.person_merge where org_id = app.current_org()`,
      [],
    );
    return counted ?? { all: 0, proposed: 0 };
  }

  override async proposedByOthers(actorId: string): Promise<number> {
    const [counted] = await rowsOf<{ total: number }>(
      `select count(*) as total from app.person_merge where org_id = app.current_org()
         and state = 'proposed' and proposed_by <> $1`,
      [actorId],
    );
    return counted?.total ?? 0;
  }

  override async keptFor(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (personIds.length === 0) return new Map();
    const rows: { merged: string; kept: string }[] = await currentManager().query(
      `select merged_id as merged, kept_id as kept from app.person_merge
       where org_id = app.current_org() and merged_id = any($1) and state = 'confirmed'`,
      [personIds],
    );
    return new Map(rows.map(({ merged, kept }) => [merged, kept]));
  }
}
