import { Global, Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { DatabaseDirectApplicants } from './db/database-direct-applicants.js';
import { DirectApplicantPresenter } from './http/direct-applicant.presenter.js';
import { DirectApplicantsController } from './http/direct-applicants.controller.js';
import { PlaceTexts } from '../referrals/index.js';
import { ApplicantFileController } from './web/file/file.controller.js';
import { DirectHome } from './web/home/direct-home.js';
import { InvitationLetterController } from './web/letter/letter.controller.js';
import { ApplicantListController } from './web/list/list.controller.js';
import { RecordApplicantController } from './web/record/record.controller.js';
import { ForgetApplicantsJob } from './jobs/forget-applicants.job.js';
import { ConsultApplicants } from './use-cases/consult-applicants.js';
import { DirectChanges } from './use-cases/direct-changes.js';
import { ForgetApplicants } from './use-cases/forget-applicants.js';
import { PlaceApplicants } from './use-cases/place-applicants.js';
import { DirectApplicants } from './use-cases/ports.js';
import { RecordApplicant } from './use-cases/record-applicant.js';
import { RunDirectCommand } from './use-cases/run-direct-command.js';

/** Direct applicants whom a unit did not take, and their invitation. */
@Global()
@Module({
  imports: [OrganisationsModule],
  controllers: [
    RecordApplicantController,
    ApplicantFileController,
    ApplicantListController,
    InvitationLetterController,
    DirectApplicantsController,
  ],
  providers: [
    { provide: DirectApplicants, useClass: DatabaseDirectApplicants },
    DirectChanges,
    PlaceApplicants,
    RecordApplicant,
    RunDirectCommand,
    ForgetApplicants,
    ForgetApplicantsJob,
    ConsultApplicants,
    DirectApplicantPresenter,
    DirectHome,
    PlaceTexts,
  ],
  exports: [
    DirectHome,
    DirectApplicants,
    DirectChanges,
    PlaceApplicants,
    RecordApplicant,
    RunDirectCommand,
  ],
})
export class DirectApplicantsModule {}
