import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { isRoleOfKind, MACHINE_SCOPES, scopesOfKind } from '../../../src/accounts/index.js';
import { ROLES, type ActingRole, type OrganisationKind } from '../../../src/kernel/index.js';
import type { RoutePolicy } from '../../../src/platform/security/index.js';
import type { TestApplication } from '../../support/test-application.js';
import { signedInAs } from '../../support/test-authenticator.js';

/** Organisation of the rows, and two others of the same kind where there are. */
export const CODES = {
  'mission-locale': ['97411S00', '97410S00', '97600S00'],
  unit: ['RSMA-RE', 'RSMA-YT'],
  national: ['UNML'],
} as const satisfies Record<OrganisationKind, readonly string[]>;

export const KINDS = ['mission-locale', 'unit', 'national'] as const;

/** Somebody, or some software, at the door. */
export interface Caller {
  readonly label: string;
  readonly role: ActingRole | null;
  readonly kind: OrganisationKind;
  /** Of a machine's token. */
  readonly scopes: readonly string[] | null;
  readonly headers: Readonly<Record<string, string>>;
}

const MACHINE_ROLE = {
  'mission-locale': 'ml-machine',
  unit: 'unit-machine',
  national: 'national-machine',
} as const satisfies Record<OrganisationKind, ActingRole>;

const SHORT = { 'mission-locale': 'ML', unit: 'unité', national: 'national' } as const;

/** Nobody, then somebody whose token is not one. */
export const STRANGERS: readonly Caller[] = [
  { label: 'sans jeton', role: null, kind: 'national', scopes: null, headers: {} },
  {
    label: 'jeton inconnu',
    role: null,
    kind: 'national',
    scopes: null,
    headers: { authorization: `Bearer ${'x'.repeat(43)}` },
  },
];

/** Every role of people where it may be held, in the organisation of that rank. */
export function people(rank = 0): Caller[] {
  return ROLES.flatMap((role) =>
    KINDS.filter((kind) => isRoleOfKind(role, kind)).flatMap((kind) => {
      const code: string | undefined = CODES[kind][rank];
      if (code === undefined) return [];
      const label = role === 'exchange-operator' ? `${role} ${SHORT[kind]}` : role;
      return [{ label, role, kind, scopes: null, headers: signedInAs(role, code) }];
    }),
  );
}

/** The software of an organisation of each kind, with all the scopes it may have. */
export async function machines(service: TestApplication, rank = 0): Promise<Caller[]> {
  const found: Caller[] = [];
  for (const kind of KINDS) {
    const code: string | undefined = CODES[kind][rank];
    if (code !== undefined) found.push(await machine(service, kind, code, scopesOfKind(kind)));
  }
  return found;
}

/** The same software with every scope but that one. */
export async function machinesWithout(service: TestApplication, scope: string): Promise<Caller[]> {
  const scopes = MACHINE_SCOPES.filter((one) => one !== scope);
  const found: Caller[] = [];
  for (const kind of KINDS) found.push(await machine(service, kind, CODES[kind][0], scopes));
  return found;
}

/** A token written straight into the table: what it opens is the question, not how it is got. */
async function machine(
  { database: { owner } }: TestApplication,
  kind: OrganisationKind,
  code: string,
  scopes: readonly string[],
): Promise<Caller> {
  const token = randomBytes(32).toString('base64url');
  const id = randomUUID();
  await owner.query(
    `insert into app.machine_client (id, client_id, organisation_id, scopes, state)
     select $1, $2, id, $3, 'active' from app.organisation where code = $4`,
    [id, `client-${id}`, scopes, code],
  );
  await owner.query(
    `insert into app.access_token (token_hash, machine_client_id, scopes, expires_at)
     values ($1, $2, $3, now() + interval '1 hour')`,
    [createHash('sha256').update(token).digest('hex'), id, scopes],
  );
  const headers = { authorization: `Bearer ${token}` };
  return { label: `machine ${SHORT[kind]}`, role: MACHINE_ROLE[kind], kind, scopes, headers };
}

/** What a declared policy says to a caller. */
export type Answer = 'open' | 'unauthenticated' | 'forbidden' | 'insufficient-scope';

export function expectedAnswer(policy: RoutePolicy | 'public', caller: Caller): Answer {
  if (policy === 'public') return 'open';
  const { role, scopes } = caller;
  if (role === null) return 'unauthenticated';
  if (!policy.roles.includes(role)) return 'forbidden';
  const lacks = scopes !== null && policy.scope !== undefined && !scopes.includes(policy.scope);
  return lacks ? 'insufficient-scope' : 'open';
}
