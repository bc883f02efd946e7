import type { DataSource } from 'typeorm';
import { SCOPE_ROLES } from '../platform/database/index.js';

/** Names of the migrations this version needs and the database lacks; all of them on an empty one. */
export async function missingMigrations(dataSource: DataSource): Promise<readonly string[]> {
  const needed = dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name);
  const done = new Set(await doneMigrations(dataSource));
  return needed.filter((name) => !done.has(name));
}

async function doneMigrations(dataSource: DataSource): Promise<readonly string[]> {
  const tables: unknown[] = await dataSource.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relname = 'migration'`,
  );
  if (tables.length === 0) return [];
  const rows = await dataSource.transaction(async (manager) => {
    await manager.query('set local role passerelle_technical');
    const names: { name: string }[] = await manager.query('select name from app.migration');
    return names;
  });
  return rows.map(({ name }) => name);
}

/** Why the login role is too strong, or too weak, to run the service (SEC-13); French, for a start. */
export async function loginRoleFault(dataSource: DataSource): Promise<string | undefined> {
  const [role]: { isStrong: boolean; isOwner: boolean; isMember: boolean }[] =
    await dataSource.query(
      `select r.rolsuper or r.rolbypassrls as "isStrong",
         exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'app' and pg_has_role(r.oid, c.relowner, 'member')) as "isOwner",
         (select count(*) = cardinality($1::text[]) from pg_roles s
           where s.rolname = any($1) and pg_has_role(r.oid, s.oid, 'member')) as "isMember"
       from pg_roles r where r.rolname = session_user`,
      [SCOPE_ROLES],
    );
  if (!role) return 'est inconnu du serveur';
  if (role.isStrong) return 'est superutilisateur ou contourne la séparation des organismes';
  if (role.isOwner) return 'est propriétaire des tables';
  return role.isMember ? undefined : 'n’a pas reçu les rôles du service';
}
