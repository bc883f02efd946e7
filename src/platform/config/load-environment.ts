import path from 'node:path';
import { validateSync } from 'class-validator';
import { ConfigurationError } from './configuration-error.js';
import { Environment, LOG_LEVELS, VARIABLE_NAMES } from './environment.js';
import { projectRoot } from './project-root.js';
import { readSecretFiles } from './secret-files.js';
import type {
  HttpSettings,
  MailSettings,
  RequestLimits,
  Settings,
  SignInSettings,
} from './settings.js';
import { unknownVariables } from './unknown-variables.js';
import { MOST_READ, unsafeValues } from './unsafe-values.js';

const MEBIBYTE = 1024 ** 2;

/**
 * Reads and checks the environment variables (an empty one counts as absent) and returns them in
 * typed, frozen groups. Throws `ConfigurationError` naming every unknown, wrong or unsafe variable
 * at once (contract.md 1, OPS-17).
 */
export function loadEnvironment(variables: NodeJS.ProcessEnv): Settings {
  const secrets = readSecretFiles(variables);
  const environment = new Environment();
  for (const name of VARIABLE_NAMES) {
    const value = secrets.values[name] ?? variables[name]?.trim();
    if (value) environment[name] = value;
  }
  const wrong = validateSync(environment).flatMap(({ constraints }) =>
    Object.values(constraints ?? {}),
  );
  const problems = [
    ...unknownVariables(Object.keys(variables)),
    ...secrets.problems,
    ...wrong,
    // A value that cannot be read cannot be judged either.
    ...(wrong.length === 0 ? unsafeValues(environment) : []),
  ];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return settingsOf(environment);
}

function settingsOf(environment: Environment): Settings {
  const isProduction = environment.NODE_ENV === 'production';
  const key = environment.FIELD_ENCRYPTION_KEY;
  return Object.freeze<Settings>({
    runtime: isProduction ? 'production' : 'development',
    demonstration: environment.DEMONSTRATION ? environment.DEMONSTRATION === '1' : !isProduction,
    dataDirectory: folder(environment.PASSERELLE_DATA_DIR ?? '.passerelle'),
    http: httpSettings(environment, isProduction),
    database: Object.freeze({
      url: environment.DATABASE_URL,
      appUrl: environment.DATABASE_APP_URL,
      poolSize: wholeNumber(environment.DATABASE_POOL_SIZE) ?? 20,
    }),
    queue: Object.freeze({ redisUrl: environment.REDIS_URL }),
    mail: mailSettings(environment),
    signIn: signInSettings(environment),
    spoolDirectory: environment.SPOOL_DIR && folder(environment.SPOOL_DIR),
    metricsPort: wholeNumber(environment.METRICS_PORT),
    fieldEncryptionKey: key === undefined ? undefined : Buffer.from(key, 'base64'),
    logLevel: LOG_LEVELS.find((level) => level === environment.LOG_LEVEL) ?? 'info',
    limits: Object.freeze({
      maximumFileBytes: wholeNumber(environment.MAX_FILE_BYTES) ?? 200 * MEBIBYTE,
      depositsPerMinute: wholeNumber(environment.MAX_DEPOSITS_PER_MINUTE) ?? 600,
      requests: requestLimits(environment, isProduction),
      peopleReadInADay: Object.freeze({
        caseload: wholeNumber(environment.MAX_PEOPLE_READ_CASELOAD) ?? MOST_READ.caseload,
        organisation:
          wholeNumber(environment.MAX_PEOPLE_READ_ORGANISATION) ?? MOST_READ.organisation,
      }),
    }),
  });
}

function httpSettings(environment: Environment, isProduction: boolean): HttpSettings {
  return Object.freeze<HttpSettings>({
    port: wholeNumber(environment.PORT) ?? 3000,
    isPortChosen: environment.PORT !== undefined,
    // The demonstration has public passwords: it answers on this machine only, unless told.
    host: environment.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: environment.PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: trustedProxies(environment.TRUST_PROXY),
    shutdownDelayMs: wholeNumber(environment.SHUTDOWN_DELAY_MS) ?? (isProduction ? 5000 : 0),
  });
}

/** Programs drive the pages of a development, and would be taken for robots. */
function requestLimits(environment: Environment, isProduction: boolean): RequestLimits {
  const limit = (text: string | undefined, most: number) =>
    wholeNumber(text) ?? (isProduction ? most : null);
  return Object.freeze<RequestLimits>({
    perMinute: limit(environment.MAX_REQUESTS_PER_MINUTE, 120),
    anonymousPerMinute: limit(environment.MAX_ANONYMOUS_REQUESTS_PER_MINUTE, 12),
    searchesPerMinute: limit(environment.MAX_SEARCHES_PER_MINUTE, 30),
    exportsPerHour: limit(environment.MAX_EXPORTS_PER_HOUR, 5),
  });
}

function mailSettings({
  SMTP_URL: smtpUrl,
  MAIL_FROM: from,
}: Environment): MailSettings | undefined {
  return smtpUrl === undefined || from === undefined ? undefined : Object.freeze({ smtpUrl, from });
}

function signInSettings(environment: Environment): SignInSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret } = environment;
  if (issuer === undefined || clientId === undefined || secret === undefined) return undefined;
  const usesPkce = environment.OIDC_PKCE === '1';
  return Object.freeze<SignInSettings>({ issuer, clientId, clientSecret: secret, usesPkce });
}

function trustedProxies(text: string | undefined): HttpSettings['trustProxy'] {
  if (text === undefined || text === '0') return false;
  return /^\d$/.test(text) ? Number(text) : text.split(',').map((part) => part.trim());
}

function wholeNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** A relative folder is under the project's, wherever the command was run from. */
function folder(given: string): string {
  return path.isAbsolute(given) ? path.normalize(given) : path.join(projectRoot(), given);
}
