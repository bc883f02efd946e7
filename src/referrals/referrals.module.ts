import { Global, Module } from '@nestjs/common';
import { OpenFiles, PrerequisiteSetKeeper } from '../organisations/index.js';
import { CorrectionFollower } from '../people/index.js';
import { PeopleModule } from '../people/people.module.js';
import { DatabaseOpenFiles } from './db/database-open-files.js';
import { DatabasePreparations } from './db/database-preparations.js';
import {
  DatabasePrerequisiteList,
  DatabasePrerequisiteTicks,
} from './db/database-prerequisites.js';
import { DatabaseReferralQueries } from './db/database-referral-queries.js';
import { DatabaseReferralWorklist } from './db/database-referral-worklist.js';
import { DatabaseReferrals } from './db/database-referrals.js';
import { ReferralPresenter } from './http/referral.presenter.js';
import { ReferralsController } from './http/referrals.controller.js';
import { ConsultReferralWorklist } from './use-cases/consult-referral-worklist.js';
import { ConsultReferrals } from './use-cases/consult-referrals.js';
import { FollowCorrection } from './use-cases/follow-correction.js';
import { FreeReferrers } from './use-cases/free-referrers.js';
import { FindKnownPeople } from './use-cases/find-known-people.js';
import { Preparations, ReferralQueries, Referrals, ReferralWorklist } from './use-cases/ports.js';
import { PrepareReferral } from './use-cases/prepare-referral.js';
import { PrerequisiteKeeper } from './use-cases/prerequisite-keeper.js';
import { PrerequisiteList, PrerequisiteTicks } from './use-cases/prerequisite-ports.js';
import { PurgePreparations } from './use-cases/purge-preparations.js';
import { ReadOwnPerson } from './use-cases/read-own-person.js';
import { ReferralCalendar } from './use-cases/referral-calendar.js';
import { ReferYoungPeople } from './use-cases/refer-young-people.js';
import { ReferralChanges } from './use-cases/referral-changes.js';
import { RunReferralCommand } from './use-cases/run-referral-command.js';
import { SubmitReferral } from './use-cases/submit-referral.js';
import { ToldDays } from './use-cases/told-days.js';
import { TransmitPreparation } from './use-cases/transmit-preparation.js';
import { SearchOwnPeople } from './use-cases/search-own-people.js';
import { WithdrawReferrals } from './use-cases/withdraw-referrals.js';
import { ReferralActController } from './web/act/act.controller.js';
import { ReferralFileController } from './web/file/file.controller.js';
import { ReferralFiles } from './web/file/referral-files.js';
import { ReferralHome } from './web/home/referral-home.js';
import { PeopleController } from './web/people/people.controller.js';
import { PersonCorrectionController } from './web/people/correction/correction.controller.js';
import { REFER_CONTROLLERS } from './web/refer/refer-controllers.js';
import { FormerReferrals } from './web/refer/again/former-referrals.js';
import { PlaceTexts } from './web/refer/place-texts.js';
import { ReferChoices } from './web/refer/refer-choices.js';
import { ReferralWorklistController } from './web/worklist/worklist.controller.js';

/**
 * A mission locale refers young people. `ReferralReception`, `OutcomeDisclosure`, `KeptDayDisclosure` and `OutcomeLabels` come from the
 * candidacies, which are above (ADR 0012), `SupportFollower` and
 * `SupportSections` from the CEJ, `SilenceDeadlines` from the returns, which keep all deadlines. Global because it answers a port of the people below.
 */
@Global()
@Module({
  imports: [PeopleModule],
  controllers: [
    ReferralsController,
    ReferralWorklistController,
    ReferralFileController,
    ReferralActController,
    PeopleController,
    PersonCorrectionController,
    ...REFER_CONTROLLERS,
  ],
  providers: [
    { provide: Preparations, useClass: DatabasePreparations },
    { provide: Referrals, useClass: DatabaseReferrals },
    { provide: ReferralQueries, useClass: DatabaseReferralQueries },
    { provide: ReferralWorklist, useClass: DatabaseReferralWorklist },
    { provide: PrerequisiteList, useClass: DatabasePrerequisiteList },
    { provide: PrerequisiteTicks, useClass: DatabasePrerequisiteTicks },
    { provide: PrerequisiteSetKeeper, useClass: PrerequisiteKeeper },
    { provide: OpenFiles, useClass: DatabaseOpenFiles },
    { provide: CorrectionFollower, useClass: FollowCorrection },
    ReferralChanges,
    FreeReferrers,
    ReferYoungPeople,
    SubmitReferral,
    RunReferralCommand,
    WithdrawReferrals,
    ConsultReferrals,
    ConsultReferralWorklist,
    ReferralPresenter,
    ReferralFiles,
    ReferralCalendar,
    ToldDays,
    ReferralHome,
    FindKnownPeople,
    PrepareReferral,
    PurgePreparations,
    ReadOwnPerson,
    SearchOwnPeople,
    TransmitPreparation,
    PlaceTexts,
    FormerReferrals,
    ReferChoices,
  ],
  exports: [
    CorrectionFollower,
    OpenFiles,
    PrerequisiteSetKeeper,
    ReferralHome,
    PrepareReferral,
    PurgePreparations,
    ReadOwnPerson,
    Referrals,
    ReferralQueries,
    ReferralChanges,
    ReferYoungPeople,
    WithdrawReferrals,
  ],
})
export class ReferralsModule {}
