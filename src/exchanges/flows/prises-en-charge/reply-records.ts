import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { IdentityContexts, People } from '../../../people/index.js';
import { Returns, type NamedReturn, type ReturnKey } from '../../../returns/index.js';
import { ReadRepliedRecords } from '../replying-block/replied-records.js';

/** Reads the returns that a chunk of PEC rows speaks of. */
@Injectable()
export class ReadReplyRecords extends ReadRepliedRecords<NamedReturn> {
  constructor(
    private readonly returns: Returns,
    people: People,
    identities: IdentityContexts,
    organisations: OrganisationDirectory,
  ) {
    super(people, identities, organisations);
  }

  protected override named(keys: readonly ReturnKey[]): Promise<NamedReturn[]> {
    return this.returns.named(keys);
  }
}
