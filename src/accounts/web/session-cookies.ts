import { parse, serialize } from 'cookie';
import { SESSION_LIMITS } from '../domain/session.js';
import { ATTEMPT_MILLIS } from '../use-cases/begin-sign-in.js';

/**
 * Cookies of a session and of a sign-in under way (SEC-31). Wherever the service is reached by https
 * they bear the prefix `__Host-`, which browsers refuse without `Secure`: the demonstration, by http
 * on this machine, has to do without.
 */
export class SessionCookies {
  constructor(private readonly isSecure: boolean) {}

  /** Token of the session a request carries. */
  session(header: string | undefined): string | undefined {
    return this.token(header, 'session');
  }

  /** Token of the sign-in a request carries. */
  attempt(header: string | undefined): string | undefined {
    return this.token(header, 'connexion');
  }

  keepSession(token: string): string {
    return this.written('session', token, SESSION_LIMITS.absoluteMillis / 1000);
  }

  keepAttempt(token: string): string {
    return this.written('connexion', token, ATTEMPT_MILLIS / 1000);
  }

  forgetSession(): string {
    return this.written('session', '', 0);
  }

  forgetAttempt(): string {
    return this.written('connexion', '', 0);
  }

  private token(header: string | undefined, name: string): string | undefined {
    const value = parse(header ?? '')[this.named(name)];
    return value !== undefined && TOKEN.test(value) ? value : undefined;
  }

  private named(name: string): string {
    return this.isSecure ? `__Host-passerelle-${name}` : `passerelle-${name}`;
  }

  private written(name: string, value: string, maxAge: number): string {
    const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: this.isSecure } as const;
    return serialize(this.named(name), value, { ...options, maxAge });
  }
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
