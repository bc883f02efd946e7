import { buildDataSource } from '../platform/database/index.js';
import { StartRefused } from './run-program.js';
import { loginRoleFault, missingMigrations } from './schema-state.js';

const MIGRATE = 'lancez « npm run cli -- migrate », puis recommencez';
/** The login role is made by the migration: on a new database it is not there yet. */
const LOGIN_REFUSED: readonly string[] = ['28P01', '28000'];

/**
 * Refuses a database this version cannot work on safely: tables of another version, or a login role
 * that sees more than its scope (trust.md SEC-13).
 * @throws StartRefused
 */
export async function assertDatabase(appUrl: string): Promise<void> {
  const dataSource = buildDataSource({ url: appUrl, poolSize: 2, entities: [] });
  await dataSource.initialize().catch((error: unknown) => {
    if (isLoginRefused(error)) {
      throw new StartRefused(
        `Le compte du service est refusé par la base de données : ${MIGRATE}.`,
      );
    }
    throw error;
  });
  try {
    const fault = await loginRoleFault(dataSource);
    if (fault) throw new StartRefused(`Le compte de DATABASE_APP_URL ${fault} : ${MIGRATE}.`);
    if ((await missingMigrations(dataSource)).length > 0) {
      throw new StartRefused(`La base de données n’est pas à jour : ${MIGRATE}.`);
    }
  } finally {
    await dataSource.destroy();
  }
}

function isLoginRefused(error: unknown): boolean {
  return error instanceof Error && LOGIN_REFUSED.includes(String(Reflect.get(error, 'code')));
}
