import { Global, Module } from '@nestjs/common';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { ServiceLinks } from '../candidacies/index.js';
import { PeopleModule } from '../people/people.module.js';
import { DatabaseServiceList } from './db/database-service-list.js';
import { DatabaseVolunteerQueries } from './db/database-volunteer-queries.js';
import { DatabaseVolunteers } from './db/database-volunteers.js';
import { VolunteerCommandsController } from './http/volunteer-commands.controller.js';
import { VolunteerPresenter } from './http/volunteer.presenter.js';
import { VolunteersController } from './http/volunteers.controller.js';
import { TakeExitsIntoEffectJob } from './jobs/take-exits-into-effect.job.js';
import { BeginService } from './use-cases/begin-service.js';
import { ConsultCandidate } from './use-cases/consult-candidate.js';
import { ConsultServiceList } from './use-cases/consult-service-list.js';
import { ConsultVolunteers } from './use-cases/consult-volunteers.js';
import { ServiceList, VolunteerQueries, Volunteers } from './use-cases/ports.js';
import { RunVolunteerCommand } from './use-cases/run-volunteer-command.js';
import { TakeExitsIntoEffect } from './use-cases/take-exits-into-effect.js';
import { VolunteerChanges } from './use-cases/volunteer-changes.js';
import { VolunteerActController } from './web/act/act.controller.js';
import { BeginServiceController } from './web/begin/begin.controller.js';
import { VolunteerFileController } from './web/file/file.controller.js';
import { VolunteerFiles } from './web/file/volunteer-files.js';
import { ServiceHome } from './web/home/service-home.js';
import { ServiceListController } from './web/list/list.controller.js';
import { PresenceSheetController } from './web/presences/presence-sheet.controller.js';
import { RecordPresences } from './web/presences/record-presences.js';
import { CandidacyServiceLinks } from './web/sections/candidacy-service-links.js';

/** The service of young people in the units. */
@Global()
@Module({
  imports: [PeopleModule, CandidaciesModule],
  controllers: [
    VolunteersController,
    VolunteerCommandsController,
    ServiceListController,
    BeginServiceController,
    PresenceSheetController,
    VolunteerFileController,
    VolunteerActController,
  ],
  providers: [
    { provide: Volunteers, useClass: DatabaseVolunteers },
    { provide: VolunteerQueries, useClass: DatabaseVolunteerQueries },
    { provide: ServiceList, useClass: DatabaseServiceList },
    { provide: ServiceLinks, useClass: CandidacyServiceLinks },
    VolunteerChanges,
    BeginService,
    RunVolunteerCommand,
    ConsultVolunteers,
    ConsultCandidate,
    ConsultServiceList,
    VolunteerFiles,
    RecordPresences,
    ServiceHome,
    TakeExitsIntoEffect,
    TakeExitsIntoEffectJob,
    VolunteerPresenter,
  ],
  exports: [ServiceHome, ServiceLinks, Volunteers, VolunteerQueries, ServiceList, VolunteerChanges],
})
export class VolunteersModule {}
