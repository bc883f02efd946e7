import { Global, Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import {
  KeptDayDisclosure,
  OutcomeDisclosure,
  OutcomeLabels,
  ReferralReception,
} from '../referrals/index.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { DatabaseCandidacies } from './db/database-candidacies.js';
import { DatabaseCandidacyQueries } from './db/database-candidacy-queries.js';
import { DatabaseConvocations } from './db/database-convocations.js';
import { DatabaseUnitWorklist } from './db/database-unit-worklist.js';
import { DatabaseMedicalConclusions } from './db/database-medical-conclusions.js';
import { CandidaciesController } from './http/candidacies.controller.js';
import { CandidacyPresenter } from './http/candidacy.presenter.js';
import { CandidacyChanges } from './use-cases/candidacy-changes.js';
import { ConsultCandidacies } from './use-cases/consult-candidacies.js';
import { ConsultConvocations } from './use-cases/consult-convocations.js';
import { ConsultUnitWorklist } from './use-cases/consult-unit-worklist.js';
import { UnitSilences } from './use-cases/unit-silences.js';
import { ConclusionRelease } from './use-cases/conclusion-release.js';
import { DiscloseOutcome } from './use-cases/disclose-outcome.js';
import { FrenchOutcomeLabels } from './use-cases/french-outcome-labels.js';
import {
  Candidacies,
  CandidacyQueries,
  Convocations,
  MedicalConclusions,
  UnitWorklist,
} from './use-cases/ports.js';
import { ReadMedicalConclusions } from './use-cases/read-medical-conclusions.js';
import { TellKeptDays } from './use-cases/tell-kept-days.js';
import { ReceiveReferrals } from './use-cases/receive-referrals.js';
import { RecordOutcome } from './use-cases/record-outcome.js';
import { RunCandidacyCommand } from './use-cases/run-candidacy-command.js';
import { CandidacyActController } from './web/act/act.controller.js';
import { BatchController } from './web/batch/batch.controller.js';
import { SaveBatch } from './web/batch/save-batch.js';
import { CandidacyFiles } from './web/file/candidacy-files.js';
import { CandidacyFileController } from './web/file/file.controller.js';
import { UnitHome } from './web/home/unit-home.js';
import { OutcomeController } from './web/outcome/outcome.controller.js';
import { WorklistController } from './web/worklist/worklist.controller.js';

/** The unit's side. Global because it answers ports of the referrals below (ADR 0012). */
@Global()
@Module({
  imports: [PeopleModule, ReferralsModule],
  controllers: [
    CandidaciesController,
    WorklistController,
    OutcomeController,
    BatchController,
    CandidacyActController,
    CandidacyFileController,
  ],
  providers: [
    { provide: Candidacies, useClass: DatabaseCandidacies },
    { provide: CandidacyQueries, useClass: DatabaseCandidacyQueries },
    { provide: UnitWorklist, useClass: DatabaseUnitWorklist },
    { provide: Convocations, useClass: DatabaseConvocations },
    { provide: MedicalConclusions, useClass: DatabaseMedicalConclusions },
    { provide: ReferralReception, useClass: ReceiveReferrals },
    { provide: OutcomeDisclosure, useClass: DiscloseOutcome },
    { provide: KeptDayDisclosure, useClass: TellKeptDays },
    { provide: OutcomeLabels, useClass: FrenchOutcomeLabels },
    ConclusionRelease,
    CandidacyChanges,
    ReadMedicalConclusions,
    RunCandidacyCommand,
    ConsultCandidacies,
    ConsultUnitWorklist,
    UnitSilences,
    ConsultConvocations,
    RecordOutcome,
    SaveBatch,
    CandidacyPresenter,
    CandidacyFiles,
    UnitHome,
  ],
  exports: [
    ReferralReception,
    OutcomeDisclosure,
    KeptDayDisclosure,
    OutcomeLabels,
    Candidacies,
    MedicalConclusions,
    CandidacyChanges,
    ReadMedicalConclusions,
    UnitHome,
  ],
})
export class CandidaciesModule {}
