import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { DatabaseInformationSessions } from './db/database-information-sessions.js';
import { DatabaseSessionQueries } from './db/database-session-queries.js';
import { InformationSessionsController } from './http/information-sessions.controller.js';
import { SessionPresenter } from './http/session.presenter.js';
import { ConsultSessions } from './use-cases/consult-sessions.js';
import { FindPeopleToRegister } from './use-cases/find-people-to-register.js';
import { PlanSession } from './use-cases/plan-session.js';
import { InformationSessions, SessionQueries } from './use-cases/ports.js';
import { PurgeRegistrations } from './use-cases/purge-registrations.js';
import { RunSessionCommand } from './use-cases/run-session-command.js';
import { SessionChanges } from './use-cases/session-changes.js';
import { CancelSessionController } from './web/cancel/cancel.controller.js';
import { SessionHome } from './web/home/session-home.js';
import { SessionListController } from './web/list/list.controller.js';
import { InvitedUnits } from './web/plan/invited-units.js';
import { PlanSessionController } from './web/plan/plan.controller.js';
import { PresenceController } from './web/presence/presence.controller.js';
import { RegisterController } from './web/register/register.controller.js';
import { SessionController } from './web/session/session.controller.js';
import { SessionFiles } from './web/session/session-files.js';

/** Information sessions: the page that plans one stands before the page of one. */
@Module({
  imports: [PeopleModule],
  controllers: [
    InformationSessionsController,
    SessionListController,
    PlanSessionController,
    SessionController,
    PresenceController,
    CancelSessionController,
    RegisterController,
  ],
  providers: [
    { provide: InformationSessions, useClass: DatabaseInformationSessions },
    { provide: SessionQueries, useClass: DatabaseSessionQueries },
    SessionChanges,
    PlanSession,
    RunSessionCommand,
    ConsultSessions,
    FindPeopleToRegister,
    PurgeRegistrations,
    SessionPresenter,
    SessionFiles,
    InvitedUnits,
    SessionHome,
  ],
  exports: [InformationSessions, SessionQueries, SessionChanges, PurgeRegistrations, SessionHome],
})
export class InformationSessionsModule {}
