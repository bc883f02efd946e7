import { Global, Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { PersonPaths } from '../referrals/index.js';
import { ServiceSections } from '../volunteers/index.js';
import { DatabaseFollowUpQueries } from './db/database-follow-up-queries.js';
import { DatabaseFollowUps } from './db/database-follow-ups.js';
import { FollowUpPresenter } from './http/follow-up.presenter.js';
import { FollowUpsController } from './http/follow-ups.controller.js';
import { AnswerFollowUp } from './use-cases/answer-follow-up.js';
import { ConsultFollowUps } from './use-cases/consult-follow-ups.js';
import { FollowUpChanges } from './use-cases/follow-up-changes.js';
import { FollowUpQueries, FollowUps } from './use-cases/ports.js';
import { FollowUpAnswerController } from './web/answer/answer.controller.js';
import { FollowUpFiles } from './web/answer/follow-up-files.js';
import { FollowUpHome } from './web/home/follow-up-home.js';
import { ReadPersonPath } from './web/path/read-person-path.js';
import { ExitFollowUps } from './web/section/exit-follow-ups.js';
import { FollowUpWorklistController } from './web/worklist/worklist.controller.js';

/** What became of those who left. Global because it answers a port of the services below (ADR 0012). */
@Global()
@Module({
  imports: [PeopleModule],
  controllers: [FollowUpsController, FollowUpWorklistController, FollowUpAnswerController],
  providers: [
    { provide: FollowUps, useClass: DatabaseFollowUps },
    { provide: FollowUpQueries, useClass: DatabaseFollowUpQueries },
    { provide: ServiceSections, useClass: ExitFollowUps },
    { provide: PersonPaths, useClass: ReadPersonPath },
    FollowUpChanges,
    AnswerFollowUp,
    ConsultFollowUps,
    FollowUpPresenter,
    FollowUpFiles,
    FollowUpHome,
  ],
  exports: [
    FollowUps,
    FollowUpQueries,
    FollowUpChanges,
    ServiceSections,
    PersonPaths,
    FollowUpHome,
  ],
})
export class FollowUpsModule {}
