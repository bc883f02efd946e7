import { Module } from '@nestjs/common';
import { DatabaseIdentityVerdicts } from './db/database-identity-verdicts.js';
import { DatabasePeople } from './db/database-people.js';
import { DatabasePeopleLists } from './db/database-people-lists.js';
import { DatabasePersonBlocks } from './db/database-person-blocks.js';
import { DatabasePersonCorrections } from './db/database-person-corrections.js';
import { DatabasePersonMerges } from './db/database-person-merges.js';
import { DatabasePrivacyNotices } from './db/database-privacy-notices.js';
import { PersonMergesController } from './http/person-merges.controller.js';
import { YoungPeopleController } from './http/young-people.controller.js';
import { CorrectPerson } from './use-cases/correct-person.js';
import { PersonCorrections } from './use-cases/correction-ports.js';
import { ConsultMerges } from './use-cases/consult-merges.js';
import { DecideMerge } from './use-cases/decide-merge.js';
import { FindAlike } from './use-cases/find-alike.js';
import { FindLookalikes } from './use-cases/find-lookalikes.js';
import { PersonBlocks, PersonMerges } from './use-cases/merge-ports.js';
import {
  IdentityContexts,
  IdentityVerdicts,
  People,
  PeopleLists,
  PrivacyNotices,
} from './use-cases/ports.js';
import { ProposeMerge } from './use-cases/propose-merge.js';
import { PublishNotice } from './use-cases/publish-notice.js';
import { ReadIdentityContexts } from './use-cases/read-identity-contexts.js';
import { RegisterPeople } from './use-cases/register-people.js';
import { MergesPagesController } from './web/merges/merges-pages.controller.js';
import { PersonFacts } from './web/person-facts.js';

/** Young people: identity, contact, who may see them. */
@Module({
  controllers: [PersonMergesController, YoungPeopleController, MergesPagesController],
  providers: [
    { provide: People, useClass: DatabasePeople },
    { provide: PeopleLists, useClass: DatabasePeopleLists },
    { provide: IdentityVerdicts, useClass: DatabaseIdentityVerdicts },
    { provide: PersonBlocks, useClass: DatabasePersonBlocks },
    { provide: PersonCorrections, useClass: DatabasePersonCorrections },
    { provide: PersonMerges, useClass: DatabasePersonMerges },
    { provide: PrivacyNotices, useClass: DatabasePrivacyNotices },
    { provide: IdentityContexts, useClass: ReadIdentityContexts },
    ConsultMerges,
    CorrectPerson,
    DecideMerge,
    FindAlike,
    FindLookalikes,
    PersonFacts,
    ProposeMerge,
    PublishNotice,
    RegisterPeople,
  ],
  exports: [
    ConsultMerges,
    CorrectPerson,
    FindAlike,
    IdentityContexts,
    IdentityVerdicts,
    People,
    PeopleLists,
    PersonCorrections,
    PersonFacts,
    PrivacyNotices,
    PublishNotice,
    RegisterPeople,
  ],
})
export class PeopleModule {}
