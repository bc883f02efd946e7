import { Module } from '@nestjs/common';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { CejModule } from '../cej/cej.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { ExchangePagesModule } from '../exchanges/exchange-pages.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { DirectApplicantsModule } from '../direct-applicants/direct-applicants.module.js';
import { InformationSessionsModule } from '../information-sessions/information-sessions.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { ReturnsModule } from '../returns/returns.module.js';
import { HomeController } from './home/home.controller.js';
import { HomeWork } from './home/home-work.js';
import { ObligationsController } from './obligations/obligations.controller.js';

/** The pages that belong to no single feature. */
@Module({
  imports: [
    CandidaciesModule,
    CejModule,
    ConsistencyModule,
    ExchangePagesModule,
    FollowUpsModule,
    DirectApplicantsModule,
    InformationSessionsModule,
    PeopleModule,
    ReferralsModule,
    ReturnsModule,
  ],
  controllers: [HomeController, ObligationsController],
  providers: [HomeWork],
  exports: [HomeWork],
})
export class WebModule {}
