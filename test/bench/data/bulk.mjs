/**
 * Fills tables as fast as they can be: without their secondary indexes and without checking foreign
 * keys, which the generator keeps by itself; then makes the indexes again and counts for the planner.
 */
export async function inBulk(owner, tables, fill) {
  const { rows: indexes } = await owner.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = indexrelid)`,
    [tables],
  );
  await owner.query(`set synchronous_commit = off; set session_replication_role = replica;
    set maintenance_work_mem = '256MB'`);
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  await fill();
  for (const { definition } of indexes) await owner.query(definition);
  await owner.query(
    'reset synchronous_commit; reset session_replication_role; reset maintenance_work_mem',
  );
  for (const table of tables) await owner.query(`vacuum (analyze) ${table}`);
  await owner.query('checkpoint');
}
