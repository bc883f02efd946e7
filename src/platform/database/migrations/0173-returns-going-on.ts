import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STATISTICS_ROLE } from '../scope-roles.js';
import { asStatistics } from './statistics-door.js';

/** Whether somebody's return goes on at a mission locale that the asker may not see: yes or no (ADR 0055). */
export class ReturnsGoingOn1760000000173 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant select (id, ml_id) on app.return_episode to ${STATISTICS_ROLE}`);
    await runner.query(GOING_ON);
    await asStatistics(runner, 'app.returns_going_on(uuid[])', ['passerelle_mission_locale']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function app.returns_going_on(uuid[]);
      revoke select (id, ml_id) on app.return_episode from ${STATISTICS_ROLE}`);
  }
}

// Only of returns of the mission locale that asks, and only that there is one: neither where nor since when.
const GOING_ON = `
create function app.returns_going_on(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.id from app.return_episode e
  where e.id = any(ids) and e.ml_id = app.current_org() and exists (
    select from app.return_episode o
    where o.unit_id = e.unit_id and o.volunteer_id = e.volunteer_id and o.id <> e.id
      and o.state in ('prepared', 'open', 'acknowledged'))
$$`;
