import { Injectable } from '@nestjs/common';
import { FollowUps, type NamedExit } from '../../../follow-ups/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { IdentityContexts, People } from '../../../people/index.js';
import { ReadRepliedRecords, type ExitKey } from '../replying-block/replied-records.js';

/** Reads the exits that a chunk of DEV rows speaks of. */
@Injectable()
export class ReadExitRecords extends ReadRepliedRecords<NamedExit> {
  constructor(
    private readonly followUps: FollowUps,
    people: People,
    identities: IdentityContexts,
    organisations: OrganisationDirectory,
  ) {
    super(people, identities, organisations);
  }

  protected override named(keys: readonly ExitKey[]): Promise<NamedExit[]> {
    return this.followUps.exitsNamed(keys);
  }
}
