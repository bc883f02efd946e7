import type { Emitters } from '../../exchanges/support/emitters.js';

/** What a file has left behind, told without ids: two files alike leave the same. */
export interface Footprint {
  readonly file: unknown;
  readonly rows: unknown;
  readonly anomalies: unknown;
  readonly audit: unknown;
  readonly events: readonly { readonly name: string; readonly areDone: boolean }[];
  readonly referrals: unknown;
  readonly conclusions: unknown;
}

const PARTS: Readonly<Record<keyof Footprint, string>> = {
  file: `select state, step, report_stage, report_code, rows_read, rows_applied, rows_unchanged,
      rows_in_review, rows_stale, rows_rejected from app.exchange_file where id = $1`,
  rows: `select line, state, resource_id is not null as written from app.exchange_row
    where file_id = $1 order by line`,
  anomalies: `select number, line, code, column_name from app.exchange_anomaly
    where file_id = $1 order by number`,
  audit: `select a.command, a.result, count(*)::int as times from app.audit_event a
    join app.exchange_file f on f.correlation_id = a.correlation_id
    where f.id = $1 and a.result <> 'read' group by a.command, a.result order by 1, 2`,
  events: `select m.name, count(*)::int as times, bool_and(m.done_at is not null) as "areDone"
    from app.outbox_message m join app.exchange_file f on f.correlation_id = m.correlation_id
    where f.id = $1 group by m.name order by m.name`,
  referrals: `select r.state, count(*)::int as times, max(r.version) as version,
      count(t.*)::int as steps
    from app.exchange_row e join app.referral r on r.id = e.resource_id
    join app.referral_transition t on t.referral_id = r.id where e.file_id = $1
    group by r.state order by r.state`,
  conclusions: `select to_step, count(*)::int as times from app.exchange_transition
    where file_id = $1 and to_step not in ('ENREGISTRE', 'LECTURE') group by to_step`,
};

/** Reads it as the owner of the database. */
export async function footprintOf(
  emitters: Pick<Emitters, 'look'>,
  fileId: string,
): Promise<Footprint> {
  const parts: [string, unknown][] = [];
  for (const [name, sql] of Object.entries(PARTS)) {
    parts.push([name, await emitters.look(sql, fileId)]);
  }
  return Object.fromEntries(parts) as unknown as Footprint;
}

/** The report without what differs from file to file: numbers, names, ids of rows' people. */
export function reportAlike(report: object): unknown {
  const { crm: _crm, aee: _aee, fichier: _fichier, ...same } = report as Record<string, unknown>;
  return same;
}
