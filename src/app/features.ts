import { AccountsModule } from '../accounts/accounts.module.js';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { MailboxModule } from '../exchanges/mailbox.module.js';
import { ProcessingModule } from '../exchanges/processing.module.js';
import { SlotsModule } from '../exchanges/slots.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';

/** The features of every process, in alphabetical order. The register and the audit are global. */
export const FEATURES = [
  AccountsModule,
  CandidaciesModule,
  MailboxModule,
  PeopleModule,
  ProcessingModule,
  ReferralsModule,
  SlotsModule,
];
