import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { PlatformModule } from '../app/platform.module.js';
import type { ProcessSettings } from '../app/process-settings.js';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { Outbox } from '../kernel/index.js';
import { PeopleModule } from '../people/people.module.js';
import { HttpModule } from '../platform/http/http.module.js';
import { LoggingModule } from '../platform/logging/logging.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { CejModule } from '../cej/cej.module.js';
import { DirectApplicantsModule } from '../direct-applicants/direct-applicants.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { InformationSessionsModule } from '../information-sessions/information-sessions.module.js';
import { OfferSheetsModule } from '../offer-sheets/offer-sheets.module.js';
import { VolunteersModule } from '../volunteers/volunteers.module.js';
import { BeginDrafts } from './begin-drafts.js';
import { DemonstrationMarks } from './db/demonstration-marks.js';
import { HistoryReturnsModule } from './history/history-returns.module.js';
import { HoldSessions } from './history/hold-sessions.js';
import { RecordDirectApplicants } from './history/record-direct-applicants.js';
import { OpenCases } from './history/open-planned-cases.js';
import { PlayFollowUps } from './history/play-follow-ups.js';
import { PlayMissionLocaleSteps } from './history/play-mission-locale-steps.js';
import { PlayReturns } from './history/play-returns.js';
import { PlayTransfers } from './history/play-transfers.js';
import { PlayServices } from './history/play-services.js';
import { PlayUnitSteps } from './history/play-unit-steps.js';
import { PublishSheets } from './history/publish-sheets.js';
import { WriteNotes } from './history/write-notes.js';
import { WriteHistory } from './history/write-history.js';
import { OpenAccounts } from './open-accounts.js';
import { SeededIds } from './seeded-ids.js';
import { SilentOutbox } from './silent-outbox.js';

/** Outside the features, for all of them. */
@Module({})
class StoryModule {
  static with(ids: SeededIds): DynamicModule {
    const providers = [
      { provide: SeededIds, useValue: ids },
      { provide: Outbox, useClass: SilentOutbox },
    ];
    return { module: StoryModule, global: true, providers, exports: providers };
  }
}

/** The features at work on the demonstration's history: own clock, own identifiers, no news. */
@Module({})
export class DemonstrationModule {
  static with(settings: ProcessSettings & { readonly ids: SeededIds }): DynamicModule {
    return {
      module: DemonstrationModule,
      imports: [
        PlatformModule.with(settings, true),
        LoggingModule.with({ level: 'silent' }),
        StoryModule.with(settings.ids),
        HttpModule.with(),
        AccountsModule,
        CandidaciesModule,
        PeopleModule,
        ReferralsModule,
        VolunteersModule,
        HistoryReturnsModule,
        CejModule,
        FollowUpsModule,
        EvaluationsModule,
        InformationSessionsModule,
        DirectApplicantsModule,
        OfferSheetsModule,
      ],
      providers: [
        BeginDrafts,
        DemonstrationMarks,
        HoldSessions,
        RecordDirectApplicants,
        OpenAccounts,
        OpenCases,
        PlayFollowUps,
        PlayMissionLocaleSteps,
        PlayReturns,
        PlayServices,
        PlayTransfers,
        PlayUnitSteps,
        PublishSheets,
        WriteHistory,
        WriteNotes,
      ],
    };
  }
}
