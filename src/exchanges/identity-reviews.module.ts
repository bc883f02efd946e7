import { Module } from '@nestjs/common';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { IdentityReviewsController } from './http/identity-reviews.controller.js';
import { LedgerModule } from './ledger.module.js';
import { ProcessingModule } from './processing.module.js';
import { ReportsModule } from './reports.module.js';
import { ConsultIdentityReviews } from './use-cases/consult-identity-reviews.js';
import { ContactKeeper } from './use-cases/contact-keeper.js';
import { DecideIdentityReview } from './use-cases/decide-identity-review.js';
import { RememberVerdict } from './use-cases/remember-verdict.js';
import { ReviewCandidates } from './use-cases/review-candidates.js';
import { UndoIdentityReview } from './use-cases/undo-identity-review.js';
import { IdentitiesPagesController } from './web/identities/identities-pages.controller.js';

/** Rows a human has to look at. `ApplyReviewedRow` comes from the processing. */
@Module({
  imports: [
    CandidaciesModule,
    PeopleModule,
    ReferralsModule,
    LedgerModule,
    ProcessingModule,
    ReportsModule,
  ],
  controllers: [IdentityReviewsController, IdentitiesPagesController],
  providers: [
    ConsultIdentityReviews,
    ContactKeeper,
    DecideIdentityReview,
    RememberVerdict,
    ReviewCandidates,
    UndoIdentityReview,
  ],
})
export class IdentityReviewsModule {}
