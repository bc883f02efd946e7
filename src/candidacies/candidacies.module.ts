import { Global, Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { OutcomeDisclosure, ReferralReception } from '../referrals/index.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { DatabaseCandidacies } from './db/database-candidacies.js';
import { DatabaseCandidacyQueries } from './db/database-candidacy-queries.js';
import { DatabaseMedicalConclusions } from './db/database-medical-conclusions.js';
import { CandidaciesController } from './http/candidacies.controller.js';
import { CandidacyPresenter } from './http/candidacy.presenter.js';
import { CandidacyChanges } from './use-cases/candidacy-changes.js';
import { ConsultCandidacies } from './use-cases/consult-candidacies.js';
import { DiscloseOutcome } from './use-cases/disclose-outcome.js';
import { Candidacies, CandidacyQueries, MedicalConclusions } from './use-cases/ports.js';
import { ReadMedicalConclusions } from './use-cases/read-medical-conclusions.js';
import { ReceiveReferrals } from './use-cases/receive-referrals.js';
import { RunCandidacyCommand } from './use-cases/run-candidacy-command.js';

/** The unit's side. Global because it answers two ports of the referrals below (ADR 0012). */
@Global()
@Module({
  imports: [PeopleModule, ReferralsModule],
  controllers: [CandidaciesController],
  providers: [
    { provide: Candidacies, useClass: DatabaseCandidacies },
    { provide: CandidacyQueries, useClass: DatabaseCandidacyQueries },
    { provide: MedicalConclusions, useClass: DatabaseMedicalConclusions },
    { provide: ReferralReception, useClass: ReceiveReferrals },
    { provide: OutcomeDisclosure, useClass: DiscloseOutcome },
    CandidacyChanges,
    ReadMedicalConclusions,
    RunCandidacyCommand,
    ConsultCandidacies,
    CandidacyPresenter,
  ],
  exports: [
    ReferralReception,
    OutcomeDisclosure,
    Candidacies,
    MedicalConclusions,
    CandidacyChanges,
    ReadMedicalConclusions,
  ],
})
export class CandidaciesModule {}
