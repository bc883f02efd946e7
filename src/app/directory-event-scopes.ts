import { Injectable } from '@nestjs/common';
import type { OrganisationScope } from '../kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../organisations/index.js';
import { EventScopes } from '../platform/outbox/index.js';

/** Finds the scope of an event's organisation in the register. */
@Injectable()
export class DirectoryEventScopes extends EventScopes {
  constructor(private readonly organisations: OrganisationDirectory) {
    super();
  }

  override async scopeOf(organisationId: string): Promise<OrganisationScope | undefined> {
    const organisation = await this.organisations.byId(organisationId);
    return organisation && scopeOfOrganisation(organisation);
  }
}
