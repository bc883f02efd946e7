import { DomainError } from '../kernel/index.js';
import { ConfigurationError } from '../platform/config/index.js';
import { EmbeddedPostgresError } from '../platform/embedded-postgres/index.js';
import { printFault } from './printer.js';

/** Something that keeps a process from starting, or a command from being done; French, for a person. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/**
 * Runs a program to its end; a fault is told in French on the standard error, without a stack when it
 * is the operator's to mend, and the process leaves with 1.
 */
export function runProgram(program: () => Promise<void>): void {
  program().catch((error: unknown) => {
    printFault(explanationOf(error));
    process.exit(1);
  });
}

function explanationOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Passerelle s’arrête sur une erreur inconnue.';
  if (isForOperators(error)) return withIssues(error);
  const connection = connectionFault(error);
  return connection ?? `Passerelle s’arrête sur une erreur interne :\n${error.stack ?? error.name}`;
}

function isForOperators(error: Error): boolean {
  return [ConfigurationError, EmbeddedPostgresError, StartRefused, DomainError].some(
    (kind) => error instanceof kind,
  );
}

function withIssues(error: Error): string {
  const issues = error instanceof DomainError ? error.issues : [];
  return [error.message, ...issues.map(({ detail }) => `  - ${detail}`)].join('\n');
}

const CONNECTION_FAULTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'aucun serveur n’écoute à cette adresse',
  ENOTFOUND: 'le nom du serveur est inconnu',
  EAI_AGAIN: 'le nom du serveur ne se résout pas',
  ETIMEDOUT: 'le serveur ne répond pas',
  '28P01': 'le compte ou le mot de passe est refusé',
  '28000': 'le compte est refusé',
  '3D000': 'cette base n’existe pas',
  '42501': 'le compte n’a pas les droits nécessaires',
};

/** A server that cannot be used is a matter of configuration; its address may hold a password. */
function connectionFault(error: Error): string | undefined {
  const code: unknown = Reflect.get(error, 'code');
  const reason = typeof code === 'string' ? CONNECTION_FAULTS[code] : undefined;
  return reason && `Passerelle ne joint pas sa base de données : ${reason}. Voyez DATABASE_URL.`;
}
