import type { LogLevel } from './environment.js';

/** How this process was told to run: read once from the environment, never changed after. */
export interface Settings {
  /** `production` demands its own servers and secrets; tests count as `development`. */
  readonly runtime: 'development' | 'production';
  /** True when the demonstration data and accounts are loaded; never in production. */
  readonly demonstration: boolean;
  /** Absolute folder of what the service keeps beside its database. */
  readonly dataDirectory: string;
  readonly http: HttpSettings;
  readonly database: DatabaseSettings;
  readonly queue: QueueChoice;
  /** Mail server; without one nobody is written to. */
  readonly mail?: MailSettings;
  /** Identity provider of the people; in the demonstration, its own. */
  readonly signIn?: SignInSettings;
  /** Absolute folder of the file spool; none when absent. */
  readonly spoolDirectory?: string;
  /** Port of the Prometheus metrics; off when absent. */
  readonly metricsPort?: number;
  /** 32 bytes; only in development may it be absent. */
  readonly fieldEncryptionKey?: Buffer;
  readonly logLevel: LogLevel;
  readonly limits: {
    readonly maximumFileBytes: number;
    /** Deposits by API of one organisation. */
    readonly depositsPerMinute: number;
    readonly requests: RequestLimits;
    /** Young people one account may read in 24 hours, by what its role has in charge (SEC-19). */
    readonly peopleReadInADay: { readonly caseload: number; readonly organisation: number };
  };
}

/** Requests of one person, or of one address without anybody signed in; null counts none (SEC-21). */
export interface RequestLimits {
  readonly perMinute: number | null;
  readonly anonymousPerMinute: number | null;
  readonly searchesPerMinute: number | null;
  readonly exportsPerHour: number | null;
}

export interface HttpSettings {
  readonly port: number;
  /** True when PORT was given: a port chosen is not replaced by the next free one. */
  readonly isPortChosen: boolean;
  /** Interface to listen on. */
  readonly host: string;
  /** Address the outside world uses, without a final slash; absent = the one listened on. */
  readonly publicUrl?: string;
  /** For Fastify's `trustProxy`: number of proxies in front, or their networks. */
  readonly trustProxy: false | number | string[];
  /** Time between "not ready" and the end of listening, for load balancers to notice (OPS-10). */
  readonly shutdownDelayMs: number;
}

export interface DatabaseSettings {
  /** PostgreSQL server for the owner of the schema; absent = the embedded one. */
  readonly url?: string;
  /** The same database under the restricted login role. */
  readonly appUrl?: string;
  /** Most connections of one process. */
  readonly poolSize: number;
}

export interface QueueChoice {
  /** Redis server of the queues; absent = they live in PostgreSQL. */
  readonly redisUrl?: string;
}

/** The mail server, and the address mail comes from. */
export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
}

/** How this service is known by its OpenID Connect provider (ProConnect in production). */
export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Off for ProConnect, whose list of parameters does not name it (SEC-03). */
  readonly usesPkce: boolean;
}
