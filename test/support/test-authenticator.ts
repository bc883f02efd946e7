import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Ids,
  isRole,
  type OrganisationScope,
  type PersonActor,
  type Role,
} from '../../src/kernel/index.js';
import { currentCorrelationId } from '../../src/platform/logging/index.js';
import { Authenticator } from '../../src/platform/security/index.js';

const HEADER = /^Test ([a-z-]+)@(\S+)$/;

/**
 * Signs people in for tests: `authorization: Test recruiter@RSMA-RE`. The same role and organisation
 * are always the same person. The service itself has nothing of the kind (SEC-11).
 */
@Injectable()
export class TestAuthenticator extends Authenticator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: Ids,
  ) {
    super();
  }

  /** @throws Error for a role or an organisation that does not exist: the test is wrong. */
  override async authenticate(headers: IncomingHttpHeaders): Promise<PersonActor | undefined> {
    const [, role, code] = HEADER.exec(headers.authorization ?? '') ?? [];
    if (role === undefined || code === undefined) return undefined;
    if (!isRole(role)) throw new Error(`no role ${role}`);
    return {
      type: 'person',
      id: testPersonId(role, code),
      role,
      organisation: await this.organisation(code),
      channel: { kind: 'api' },
      correlationId: currentCorrelationId() ?? this.ids.uuid(),
    };
  }

  private async organisation(code: string): Promise<OrganisationScope> {
    const [found] = await this.dataSource.transaction(async (manager) => {
      await manager.query(`select set_config('role', 'passerelle_technical', true)`);
      const rows: OrganisationScope[] = await manager.query(
        'select id, code, kind from app.organisation where code = $1',
        [code],
      );
      return rows;
    });
    if (!found) throw new Error(`no organisation ${code}`);
    return found;
  }
}

/** The id of the test person of a role in an organisation: a UUID made from both. */
export function testPersonId(role: Role, organisationCode: string): string {
  const hash = createHash('sha256').update(`${role}@${organisationCode}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** The header that signs that person in. */
export function signedInAs(role: Role, organisationCode: string): { authorization: string } {
  return { authorization: `Test ${role}@${organisationCode}` };
}
