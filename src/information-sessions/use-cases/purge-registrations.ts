import { Injectable } from '@nestjs/common';
import { systemActor, UnitOfWork } from '../../kernel/index.js';
import { InformationSessions } from './ports.js';

/** Forgets who was registered once it serves nobody; the counts stay (PRV-08). */
@Injectable()
export class PurgeRegistrations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: InformationSessions,
  ) {}

  /** @returns how many went, of all missions locales */
  execute(correlationId: string): Promise<number> {
    return this.unitOfWork.run(
      systemActor('session-registration.purge', null, correlationId),
      () => this.sessions.forgetRegistrations(),
      { lens: 'technical' },
    );
  }
}
