import type { Emitters } from './emitters.js';

/** Opens the slots of months at once, to who sends each flow, and for years. */
export async function openSlots(
  partners: Emitters,
  periods: readonly string[],
  emitters: Readonly<Record<string, string>>,
): Promise<void> {
  await partners.look(
    `insert into app.exchange_slot (id, org_id, flow, mode, period, state, opens_at, due_at, closes_at)
     select gen_random_uuid(), o.id, f.flow, 'P', p, 'expected', '2026-01-01', '2030-01-01', '2030-01-01'
     from unnest($1::text[]) p, unnest($2::text[], $3::text[]) f (flow, code)
     join app.organisation o on o.code = f.code`,
    [...periods],
    Object.keys(emitters),
    Object.values(emitters),
  );
}
