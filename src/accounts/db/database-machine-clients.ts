import { Injectable } from '@nestjs/common';
import type { LocalDate, OrganisationKind } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import type { MachineClient, PublicKeySet } from '../domain/machine-client.js';
import type { MachineScope } from '../domain/machine-scope.js';
import { MachineClients, type ListedClient } from '../use-cases/ports.js';

interface ClientRow {
  readonly id: string;
  readonly client_id: string;
  readonly secret_hash: string | null;
  readonly public_keys: PublicKeySet | null;
  readonly scopes: readonly MachineScope[];
  readonly organisation_id: string;
  readonly organisation_code: string;
  readonly organisation_kind: OrganisationKind;
}

const COLUMNS = `c.id, c.client_id, c.secret_hash, c.public_keys, c.scopes,
  o.id as organisation_id, o.code as organisation_code, o.kind as organisation_kind`;

/** Machine clients in PostgreSQL, in the technical scope. */
@Injectable()
export class DatabaseMachineClients extends MachineClients {
  override async add(client: MachineClient): Promise<boolean> {
    const added: unknown[] = await currentManager().query(
      `insert into app.machine_client
         (id, client_id, organisation_id, secret_hash, public_keys, scopes, state)
       values ($1, $2, $3, $4, $5, $6, 'active') on conflict (client_id) do nothing returning id`,
      [
        client.id,
        client.clientId,
        client.organisation.id,
        client.secretHash,
        client.publicKeys === null ? null : JSON.stringify(client.publicKeys),
        client.scopes,
      ],
    );
    return added.length === 1;
  }

  override async usable(clientId: string, on: LocalDate): Promise<MachineClient | undefined> {
    const [row]: ClientRow[] = await currentManager().query(
      `select ${COLUMNS} from app.machine_client c join app.organisation o on o.id = c.organisation_id
       where c.client_id = $1 and c.state = 'active'
         and o.valid_from <= $2 and (o.valid_to is null or o.valid_to >= $2)`,
      [clientId, on],
    );
    return row && toClient(row);
  }

  override async scopesOf(organisationId: string): Promise<readonly MachineScope[]> {
    const rows: { readonly scope: MachineScope }[] = await currentManager().query(
      `select distinct unnest(scopes) as scope from app.machine_client
       where organisation_id = $1 and state = 'active'`,
      [organisationId],
    );
    return rows.map(({ scope }) => scope);
  }

  override async revoke(clientId: string): Promise<MachineClient | undefined> {
    const [[row]]: [ClientRow[], number] = await currentManager().query(
      `update app.machine_client c set state = 'revoked' from app.organisation o
       where c.client_id = $1 and c.state = 'active' and o.id = c.organisation_id
       returning ${COLUMNS}`,
      [clientId],
    );
    return row && toClient(row);
  }

  override async all(): Promise<readonly ListedClient[]> {
    return currentManager().query<ListedClient[]>(
      `select c.client_id as "clientId", o.code as "organisationCode",
         o.usual_name as "organisationName", c.scopes, c.public_keys is not null as "hasKeys",
         c.state = 'revoked' as "isRevoked", c.created_at as "createdAt"
       from app.machine_client c join app.organisation o on o.id = c.organisation_id
       order by c.state, c.client_id`,
    );
  }
}

function toClient(row: ClientRow): MachineClient {
  return {
    id: row.id,
    clientId: row.client_id,
    organisation: {
      id: row.organisation_id,
      code: row.organisation_code,
      kind: row.organisation_kind,
    },
    secretHash: row.secret_hash,
    publicKeys: row.public_keys,
    scopes: row.scopes,
  };
}
