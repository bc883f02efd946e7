import { Module } from '@nestjs/common';
import { DatabasePeople } from './db/database-people.js';
import { DatabasePrivacyNotices } from './db/database-privacy-notices.js';
import { People, PrivacyNotices } from './use-cases/ports.js';
import { PublishNotice } from './use-cases/publish-notice.js';
import { RegisterPeople } from './use-cases/register-people.js';

/** Young people: identity, contact, who may see them. */
@Module({
  providers: [
    { provide: People, useClass: DatabasePeople },
    { provide: PrivacyNotices, useClass: DatabasePrivacyNotices },
    PublishNotice,
    RegisterPeople,
  ],
  exports: [People, PrivacyNotices, PublishNotice, RegisterPeople],
})
export class PeopleModule {}
