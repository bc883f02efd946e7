import { AccountsModule } from '../accounts/accounts.module.js';
import { InformationSessionsModule } from '../information-sessions/information-sessions.module.js';
import { JournalModule } from '../audit/journal.module.js';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { CejModule } from '../cej/cej.module.js';
import { CommitteesModule } from '../committees/committees.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { CaughtMailModule } from '../demonstration/mail-catcher/caught-mail.module.js';
import { CalendarModule } from '../exchanges/calendar.module.js';
import { ExchangePagesModule } from '../exchanges/exchange-pages.module.js';
import { IdentityReviewsModule } from '../exchanges/identity-reviews.module.js';
import { MailboxModule } from '../exchanges/mailbox.module.js';
import { ProcessingModule } from '../exchanges/processing.module.js';
import { ReportsModule } from '../exchanges/reports.module.js';
import { SlotsModule } from '../exchanges/slots.module.js';
import { SpoolModule } from '../exchanges/spool.module.js';
import { DirectApplicantsModule } from '../direct-applicants/direct-applicants.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { PeopleModule } from '../people/people.module.js';
import type { Configuration } from '../platform/config/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OfferSheetsModule } from '../offer-sheets/offer-sheets.module.js';
import { RegisterPagesModule } from '../organisations/register-pages.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { ReturnsModule } from '../returns/returns.module.js';
import { VolunteersModule } from '../volunteers/volunteers.module.js';
import { WebModule } from '../web/web.module.js';

/** In alphabetical order. The register and the audit are global. */
const FEATURES = [
  AccountsModule,
  CalendarModule,
  CandidaciesModule,
  CejModule,
  CommitteesModule,
  ConsistencyModule,
  DirectApplicantsModule,
  EvaluationsModule,
  ExchangePagesModule,
  FollowUpsModule,
  IdentityReviewsModule,
  InformationSessionsModule,
  JournalModule,
  MailboxModule,
  NotificationsModule,
  OfferSheetsModule,
  PeopleModule,
  ProcessingModule,
  ReferralsModule,
  RegisterPagesModule.with([ReferralsModule, ReturnsModule]),
  ReportsModule,
  ReturnsModule,
  SlotsModule,
  VolunteersModule,
  WebModule,
];

/**
 * The features of every process; the exchange by folders only where there are folders, the messages
 * that were kept only where nothing sends them.
 */
export function featuresOf(configuration: Configuration): (typeof FEATURES)[number][] {
  const { spoolDirectory, demonstration, mail } = configuration;
  return [
    ...FEATURES,
    ...(spoolDirectory === undefined ? [] : [SpoolModule]),
    ...(demonstration && !mail ? [CaughtMailModule] : []),
  ];
}
