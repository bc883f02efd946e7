import { Injectable } from '@nestjs/common';
import { ListMachineScopes } from '../../accounts/index.js';
import { MEDICAL_SCOPE } from '../../candidacies/index.js';
import type { OrganisationScope } from '../../kernel/index.js';
import { DepositScopes } from '../use-cases/spool-ports.js';

/**
 * A folder has no token: its owner may bring what one of its clients may send by the API, and no more.
 * The medical conclusion is the only thing that depends on it (contract.md 5).
 */
@Injectable()
export class ClientDepositScopes extends DepositScopes {
  constructor(private readonly machineScopes: ListMachineScopes) {
    super();
  }

  override async of({ id, kind }: OrganisationScope, correlationId: string): Promise<string[]> {
    if (kind !== 'unit') return [];
    const held = await this.machineScopes.execute(id, correlationId);
    return held.filter((scope) => scope === MEDICAL_SCOPE);
  }
}
