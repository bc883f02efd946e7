import {
  EncryptionKey,
  FolderPath,
  HostName,
  MailAddress,
  OneOf,
  ProxyTrust,
  ServerUrl,
  WholeNumber,
  Words,
} from './environment-checks.js';

/** Levels of the log, from the most to the least silent. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const GIBIBYTE = 1024 ** 3;

/**
 * Every environment variable of Passerelle, as text, with what it may hold. `.env.example` explains
 * each of them (a spec compares the two); `load-environment.ts` turns them into typed groups.
 */
export class Environment {
  @OneOf(['development', 'production', 'test'])
  NODE_ENV?: string;

  @OneOf(['0', '1'])
  DEMONSTRATION?: string;

  @FolderPath()
  PASSERELLE_DATA_DIR?: string;

  @WholeNumber(0, 65_535)
  PORT?: string;

  @HostName()
  HOST?: string;

  @ServerUrl('http', 'https')
  PUBLIC_URL?: string;

  @ProxyTrust()
  TRUST_PROXY?: string;

  @WholeNumber(0, 60_000)
  SHUTDOWN_DELAY_MS?: string;

  @ServerUrl('postgres', 'postgresql')
  DATABASE_URL?: string;

  @ServerUrl('postgres', 'postgresql')
  DATABASE_APP_URL?: string;

  @WholeNumber(2, 200)
  DATABASE_POOL_SIZE?: string;

  @ServerUrl('redis', 'rediss')
  REDIS_URL?: string;

  @EncryptionKey()
  FIELD_ENCRYPTION_KEY?: string;

  @ServerUrl('smtp', 'smtps')
  SMTP_URL?: string;

  @MailAddress()
  MAIL_FROM?: string;

  @ServerUrl('http', 'https')
  OIDC_ISSUER?: string;

  @Words(200)
  OIDC_CLIENT_ID?: string;

  @Words(500)
  OIDC_CLIENT_SECRET?: string;

  @OneOf(['0', '1'])
  OIDC_PKCE?: string;

  @FolderPath()
  SPOOL_DIR?: string;

  @WholeNumber(1, 2 * GIBIBYTE)
  MAX_FILE_BYTES?: string;

  @WholeNumber(1, 1_000_000)
  MAX_DEPOSITS_PER_MINUTE?: string;

  @WholeNumber(1, 10_000)
  MAX_REQUESTS_PER_MINUTE?: string;

  @WholeNumber(1, 10_000)
  MAX_ANONYMOUS_REQUESTS_PER_MINUTE?: string;

  @WholeNumber(1, 10_000)
  MAX_SEARCHES_PER_MINUTE?: string;

  @WholeNumber(1, 10_000)
  MAX_EXPORTS_PER_HOUR?: string;

  @WholeNumber(1, 100_000)
  MAX_PEOPLE_READ_CASELOAD?: string;

  @WholeNumber(1, 100_000)
  MAX_PEOPLE_READ_ORGANISATION?: string;

  @OneOf(LOG_LEVELS)
  LOG_LEVEL?: string;

  @WholeNumber(1, 65_535)
  METRICS_PORT?: string;
}

/** Name of a variable of ours. */
export type VariableName = keyof Environment;

// A record, so that the compiler refuses a forgotten or a superfluous name.
const NAMES: Readonly<Record<VariableName, true>> = {
  NODE_ENV: true,
  DEMONSTRATION: true,
  PASSERELLE_DATA_DIR: true,
  PORT: true,
  HOST: true,
  PUBLIC_URL: true,
  TRUST_PROXY: true,
  SHUTDOWN_DELAY_MS: true,
  DATABASE_URL: true,
  DATABASE_APP_URL: true,
  DATABASE_POOL_SIZE: true,
  REDIS_URL: true,
  FIELD_ENCRYPTION_KEY: true,
  SMTP_URL: true,
  MAIL_FROM: true,
  OIDC_ISSUER: true,
  OIDC_CLIENT_ID: true,
  OIDC_CLIENT_SECRET: true,
  OIDC_PKCE: true,
  SPOOL_DIR: true,
  MAX_FILE_BYTES: true,
  MAX_DEPOSITS_PER_MINUTE: true,
  MAX_REQUESTS_PER_MINUTE: true,
  MAX_ANONYMOUS_REQUESTS_PER_MINUTE: true,
  MAX_SEARCHES_PER_MINUTE: true,
  MAX_EXPORTS_PER_HOUR: true,
  MAX_PEOPLE_READ_CASELOAD: true,
  MAX_PEOPLE_READ_ORGANISATION: true,
  LOG_LEVEL: true,
  METRICS_PORT: true,
};

/** Tells whether a name is one of our variables. */
export function isVariableName(name: string): name is VariableName {
  return Object.hasOwn(NAMES, name);
}

/** All our variables. */
export const VARIABLE_NAMES: readonly VariableName[] = Object.keys(NAMES).filter(isVariableName);
