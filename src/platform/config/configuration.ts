import type {
  DatabaseSettings,
  HttpSettings,
  MailSettings,
  QueueChoice,
  Settings,
  SignInSettings,
} from './settings.js';

/**
 * The settings as an injectable: `{ provide: Configuration, useValue: new Configuration(settings) }`.
 * Written out (log, error, JSON) it shows nothing, because it holds secrets (SEC-43).
 */
export class Configuration implements Settings {
  readonly runtime: Settings['runtime'];
  readonly demonstration: boolean;
  readonly dataDirectory: string;
  readonly http: HttpSettings;
  readonly database: DatabaseSettings;
  readonly queue: QueueChoice;
  readonly mail?: MailSettings;
  readonly signIn?: SignInSettings;
  readonly spoolDirectory?: string;
  readonly metricsPort?: number;
  readonly fieldEncryptionKey?: Buffer;
  readonly logLevel: Settings['logLevel'];
  readonly limits: Settings['limits'];

  constructor(settings: Settings) {
    this.runtime = settings.runtime;
    this.demonstration = settings.demonstration;
    this.dataDirectory = settings.dataDirectory;
    this.http = settings.http;
    this.database = settings.database;
    this.queue = settings.queue;
    this.mail = settings.mail;
    this.signIn = settings.signIn;
    this.spoolDirectory = settings.spoolDirectory;
    this.metricsPort = settings.metricsPort;
    this.fieldEncryptionKey = settings.fieldEncryptionKey;
    this.logLevel = settings.logLevel;
    this.limits = settings.limits;
    Object.freeze(this);
  }

  toJSON(): string {
    return '[Configuration]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[Configuration]';
  }
}
