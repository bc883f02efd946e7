import { Module } from '@nestjs/common';
import { DatabaseIdentityVerdicts } from './db/database-identity-verdicts.js';
import { DatabasePeople } from './db/database-people.js';
import { DatabasePrivacyNotices } from './db/database-privacy-notices.js';
import { IdentityContexts, IdentityVerdicts, People, PrivacyNotices } from './use-cases/ports.js';
import { PublishNotice } from './use-cases/publish-notice.js';
import { ReadIdentityContexts } from './use-cases/read-identity-contexts.js';
import { RegisterPeople } from './use-cases/register-people.js';

/** Young people: identity, contact, who may see them. */
@Module({
  providers: [
    { provide: People, useClass: DatabasePeople },
    { provide: IdentityVerdicts, useClass: DatabaseIdentityVerdicts },
    { provide: PrivacyNotices, useClass: DatabasePrivacyNotices },
    { provide: IdentityContexts, useClass: ReadIdentityContexts },
    PublishNotice,
    RegisterPeople,
  ],
  exports: [
    IdentityContexts,
    IdentityVerdicts,
    People,
    PrivacyNotices,
    PublishNotice,
    RegisterPeople,
  ],
})
export class PeopleModule {}
