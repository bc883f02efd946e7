import { ACTOR_COLUMNS, actorColumns, insertRows } from '../../platform/database/index.js';
import { newlyTicked } from '../domain/prerequisite-list.js';
import type { ReferralChange } from '../use-cases/ports.js';

const TICK_COLUMNS = {
  referral_id: 'uuid',
  ml_id: 'uuid',
  unit_id: 'uuid',
  code: 'text',
  ticked_on: 'date',
  ...ACTOR_COLUMNS,
} as const;

const AGAIN = `on conflict (referral_id, code) do update set ticked_on = excluded.ticked_on,
  actor_type = excluded.actor_type, actor_id = excluded.actor_id,
  acting_role = excluded.acting_role, channel = excluded.channel`;

/**
 * Keeps when and by whom each box was ticked. A file says neither: of what it tells, the day of the
 * referral is all there is to say, and its rows cost nothing more.
 */
export async function writeTicks(changes: readonly ReferralChange[]): Promise<void> {
  const rows = changes
    .filter(({ actor }) => actor.channel.kind !== 'file')
    .flatMap(({ before, after, effectiveOn, actor }) =>
      newlyTicked(before?.prerequisites ?? [], after.prerequisites).map((code) => ({
        referral_id: after.id,
        ml_id: after.missionLocaleId,
        unit_id: after.unitId,
        code,
        ticked_on: effectiveOn,
        ...actorColumns(actor),
      })),
    );
  await insertRows('app.prerequisite_tick', TICK_COLUMNS, rows, AGAIN);
}
