import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processIdentity } from './process-identity.js';
import type { SystemAccount } from './system-account.js';
import { giveTo } from './system-account.js';

/**
 * Enters this guard among those of a home: the server runs as long as one of them is there. The
 * register belongs to the account of the data, which may start the server itself another day.
 */
export function enterRegister(home: string, account: SystemAccount | undefined): void {
  mkdirSync(registerOf(home), { recursive: true, mode: 0o700 });
  giveTo(account, registerOf(home));
  writeFileSync(path.join(registerOf(home), ownName()), '');
}

/** Takes this guard out; must come before `isLastGuard`, so that of two that leave one is last. */
export function leaveRegister(home: string): void {
  rmSync(path.join(registerOf(home), ownName()), { force: true });
}

/** True when no other guard of this home runs; forgets those that were killed. */
export function isLastGuard(home: string): boolean {
  const others = readdirSync(registerOf(home)).filter((name) => name !== ownName());
  const gone = others.filter((name) => processIdentity(Number.parseInt(name, 10)) !== name);
  for (const name of gone) rmSync(path.join(registerOf(home), name), { force: true });
  return gone.length === others.length;
}

function registerOf(home: string): string {
  return path.join(home, 'guards');
}

function ownName(): string {
  return processIdentity(process.pid) ?? String(process.pid);
}
