import { Global, Module } from '@nestjs/common';
import { CandidaciesModule } from '../candidacies/candidacies.module.js';
import { PeopleModule } from '../people/people.module.js';
import { DatabaseVolunteerQueries } from './db/database-volunteer-queries.js';
import { DatabaseVolunteers } from './db/database-volunteers.js';
import { VolunteerCommandsController } from './http/volunteer-commands.controller.js';
import { VolunteerPresenter } from './http/volunteer.presenter.js';
import { VolunteersController } from './http/volunteers.controller.js';
import { TakeExitsIntoEffectJob } from './jobs/take-exits-into-effect.job.js';
import { BeginService } from './use-cases/begin-service.js';
import { ConsultVolunteers } from './use-cases/consult-volunteers.js';
import { NoFollowers } from './use-cases/no-followers.js';
import { ServiceFollowers, VolunteerQueries, Volunteers } from './use-cases/ports.js';
import { RunVolunteerCommand } from './use-cases/run-volunteer-command.js';
import { TakeExitsIntoEffect } from './use-cases/take-exits-into-effect.js';
import { VolunteerChanges } from './use-cases/volunteer-changes.js';

/** The service of young people in the units. */
@Global()
@Module({
  imports: [PeopleModule, CandidaciesModule],
  controllers: [VolunteersController, VolunteerCommandsController],
  providers: [
    { provide: Volunteers, useClass: DatabaseVolunteers },
    { provide: VolunteerQueries, useClass: DatabaseVolunteerQueries },
    { provide: ServiceFollowers, useClass: NoFollowers },
    VolunteerChanges,
    BeginService,
    RunVolunteerCommand,
    ConsultVolunteers,
    TakeExitsIntoEffect,
    TakeExitsIntoEffectJob,
    VolunteerPresenter,
  ],
  exports: [Volunteers, VolunteerQueries, VolunteerChanges],
})
export class VolunteersModule {}
