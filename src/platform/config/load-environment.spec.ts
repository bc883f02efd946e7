import path from 'node:path';
import { ConfigurationError } from './configuration-error.js';
import { loadEnvironment } from './load-environment.js';
import { projectRoot } from './project-root.js';

const KEY = 'q83vEjRWeJq83nGZQVw1a9PrT0bYh7LmXo2CkZ4s6dI=';

/** Outside production nothing is counted unless it is asked for. */
const NO_LIMIT = {
  perMinute: null,
  anonymousPerMinute: null,
  searchesPerMinute: null,
  exportsPerHour: null,
};

/** The French lines with which a start is refused; none when it is not. */
function problemsOf(variables: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadEnvironment(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

describe('reading the environment', () => {
  it('needs nothing in development', () => {
    expect(loadEnvironment({})).toEqual({
      runtime: 'development',
      demonstration: true,
      dataDirectory: path.join(projectRoot(), '.passerelle'),
      http: {
        port: 3000,
        isPortChosen: false,
        host: '127.0.0.1',
        publicUrl: undefined,
        trustProxy: false,
        shutdownDelayMs: 0,
      },
      database: { url: undefined, appUrl: undefined, poolSize: 20 },
      queue: { redisUrl: undefined },
      spoolDirectory: undefined,
      metricsPort: undefined,
      fieldEncryptionKey: undefined,
      logLevel: 'info',
      limits: {
        maximumFileBytes: 209_715_200,
        depositsPerMinute: 600,
        requests: NO_LIMIT,
        peopleReadInADay: { caseload: 300, organisation: 500 },
      },
    });
  });

  it('turns text into typed groups', () => {
    const settings = loadEnvironment({
      NODE_ENV: 'test',
      DEMONSTRATION: '0',
      PASSERELLE_DATA_DIR: '/srv/passerelle/',
      PORT: ' 8080 ',
      HOST: '::1',
      PUBLIC_URL: 'https://passerelle.example/',
      TRUST_PROXY: '10.0.0.1, 10.1.0.0/16',
      SHUTDOWN_DELAY_MS: '250',
      DATABASE_URL: 'postgres://owner@db/app',
      DATABASE_APP_URL: 'postgresql://app@db/app',
      DATABASE_POOL_SIZE: '7',
      REDIS_URL: 'rediss://cache:6380',
      FIELD_ENCRYPTION_KEY: KEY,
      SPOOL_DIR: 'spool',
      MAX_FILE_BYTES: '1000',
      MAX_DEPOSITS_PER_MINUTE: '30',
      MAX_REQUESTS_PER_MINUTE: '100',
      MAX_ANONYMOUS_REQUESTS_PER_MINUTE: '10',
      MAX_SEARCHES_PER_MINUTE: '20',
      MAX_EXPORTS_PER_HOUR: '4',
      MAX_PEOPLE_READ_CASELOAD: '20',
      MAX_PEOPLE_READ_ORGANISATION: '40',
      LOG_LEVEL: 'debug',
      METRICS_PORT: '9464',
    });
    expect(settings).toEqual({
      runtime: 'development',
      demonstration: false,
      dataDirectory: '/srv/passerelle/',
      http: {
        port: 8080,
        isPortChosen: true,
        host: '::1',
        publicUrl: 'https://passerelle.example',
        trustProxy: ['10.0.0.1', '10.1.0.0/16'],
        shutdownDelayMs: 250,
      },
      database: { url: 'postgres://owner@db/app', appUrl: 'postgresql://app@db/app', poolSize: 7 },
      queue: { redisUrl: 'rediss://cache:6380' },
      spoolDirectory: path.join(projectRoot(), 'spool'),
      metricsPort: 9464,
      fieldEncryptionKey: Buffer.from(KEY, 'base64'),
      logLevel: 'debug',
      limits: {
        maximumFileBytes: 1000,
        depositsPerMinute: 30,
        requests: {
          perMinute: 100,
          anonymousPerMinute: 10,
          searchesPerMinute: 20,
          exportsPerHour: 4,
        },
        peopleReadInADay: { caseload: 20, organisation: 40 },
      },
    });
  });

  it('counts an empty variable as absent', () => {
    expect(loadEnvironment({ PORT: '', REDIS_URL: '  ', LOG_LEVEL: '' })).toEqual(
      loadEnvironment({}),
    );
  });

  it('cannot be changed after', () => {
    const settings = loadEnvironment({});
    for (const group of [
      settings,
      settings.http,
      settings.database,
      settings.queue,
      settings.limits,
    ])
      expect(Object.isFrozen(group)).toBe(true);
  });

  it.each([
    ['PORT', ['80a', '-1', '65536', '3000.5', '0x50']],
    ['HOST', ['http://localhost', 'localhost:3000', 'a b']],
    ['PUBLIC_URL', ['passerelle.example', 'ftp://passerelle.example']],
    ['TRUST_PROXY', ['true', '10.0.0.1/33', '10.0.0.1,', 'proxy', '::1/x']],
    ['SHUTDOWN_DELAY_MS', ['10s', '60001']],
    ['DATABASE_URL', ['mysql://db/app', 'db:5432']],
    ['DATABASE_APP_URL', ['http://db/app']],
    ['DATABASE_POOL_SIZE', ['0', '1', '201']],
    ['REDIS_URL', ['localhost:6379', 'http://cache']],
    ['FIELD_ENCRYPTION_KEY', ['c2hvcnQ=', 'not base64 at all', `${KEY}AAAA`]],
    ['MAX_FILE_BYTES', ['0', '200MB']],
    ['MAX_DEPOSITS_PER_MINUTE', ['0', 'beaucoup']],
    ['LOG_LEVEL', ['verbose', 'INFO']],
    ['METRICS_PORT', ['0', 'on']],
    ['NODE_ENV', ['prod', 'Production']],
    ['DEMONSTRATION', ['true', 'oui']],
    ['SPOOL_DIR', ['a\nb']],
    ['PASSERELLE_DATA_DIR', ['a\rb']],
  ])('refuses a wrong %s by its name', (name, values) => {
    for (const value of values) {
      const problems = problemsOf({ [name]: value });
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(new RegExp(`^${name} doit `));
    }
  });

  it('never shows a value, which may be a secret', () => {
    const canary = 'canary-7f3c9a1e';
    const variables = {
      DATABASE_URL: `mysql://owner:${canary}@db/app`,
      REDIS_URL: `http://:${canary}@cache`,
      FIELD_ENCRYPTION_KEY: canary,
      DATABASE_PASSWORD: canary,
    };
    expect(problemsOf(variables)).toHaveLength(4);
    expect(problemsOf(variables).join()).not.toContain(canary);
  });

  it('tells everything that is wrong at once', () => {
    const variables = { PORT: 'x', LOG_LEVEL: 'loud', DATABSE_URL: 'postgres://db/app' };
    expect(problemsOf(variables)).toHaveLength(3);
    expect(() => loadEnvironment(variables)).toThrow(/^Passerelle ne démarre pas/);
  });
});
