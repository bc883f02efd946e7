import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import {
  ApproveAccount,
  CreateAccount,
  CreateMachineClient,
  RevokeMachineClient,
  type CreateMachineClientCommand,
} from '../../accounts/index.js';
import { isRole, ROLES } from '../../kernel/index.js';
import { print } from '../printer.js';
import { StartRefused } from '../run-program.js';
import { operatorOf } from './operator.js';

interface WithOperator {
  readonly operator?: string;
}

export interface NewAccountOptions extends WithOperator {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

/** `account:create`: an account that waits for a second person, to whom the printed code is handed. */
export async function createAccount(
  service: INestApplicationContext,
  email: string,
  { name, role, organisation, operator }: NewAccountOptions,
): Promise<void> {
  if (!isRole(role)) throw new StartRefused(`Rôle inconnu ; les rôles sont ${ROLES.join(', ')}.`);
  const actor = await operatorOf(service, 'account.create', operator);
  const command = { email, displayName: name, role, organisationCode: organisation };
  const { approvalCode } = await service.get(CreateAccount).execute(command, actor);
  print(
    'Compte créé ; il n’ouvre rien tant qu’une seconde personne ne l’a pas approuvé.',
    'Elle lance :',
    `  npm run cli -- account:approve ${email} --code ${approvalCode} --operator SON_ADRESSE`,
    '(sans --operator pour le tout premier compte « admin »)',
  );
}

/** `account:approve`: the second person opens the account. */
export async function approveAccount(
  service: INestApplicationContext,
  email: string,
  { code, operator }: WithOperator & { readonly code: string },
): Promise<void> {
  const actor = await operatorOf(service, 'account.approve', operator);
  await service.get(ApproveAccount).execute({ email, approvalCode: code }, actor);
  print('Compte ouvert.');
}

export interface NewClientOptions extends WithOperator {
  readonly organisation: string;
  readonly scopes: string;
  readonly keys?: string;
}

/** `client:create`: the software of an organisation; its secret is printed this once. */
export async function createClient(
  service: INestApplicationContext,
  clientId: string,
  { organisation, scopes, keys, operator }: NewClientOptions,
): Promise<void> {
  const actor = await operatorOf(service, 'client.create', operator);
  const command: CreateMachineClientCommand = {
    clientId,
    organisationCode: organisation,
    scopes: scopes.split(',').map((scope) => scope.trim()),
    authentication: keys === undefined ? { method: 'secret' } : readKeys(keys),
  };
  const { secret } = await service.get(CreateMachineClient).execute(command, actor);
  print(`Client ${clientId} créé.`);
  if (secret !== null) print('Son secret, qui ne sera plus jamais montré :', secret);
}

/** `client:revoke`: its tokens open nothing within a minute. */
export async function revokeClient(
  service: INestApplicationContext,
  clientId: string,
  { operator }: WithOperator,
): Promise<void> {
  const actor = await operatorOf(service, 'client.revoke', operator);
  await service.get(RevokeMachineClient).execute({ clientId }, actor);
  print(`Client ${clientId} révoqué.`);
}

/** @throws StartRefused when the file is not a key set */
function readKeys(file: string): CreateMachineClientCommand['authentication'] {
  const content = readJson(file);
  const keys: unknown =
    typeof content === 'object' && content !== null && 'keys' in content && content.keys;
  if (!Array.isArray(keys))
    throw new StartRefused('--keys attend un fichier JSON { "keys": […] }.');
  return { method: 'keys', keys: { keys } };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new StartRefused('Le fichier de --keys est absent ou illisible.');
  }
}
