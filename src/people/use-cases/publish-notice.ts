import { Injectable } from '@nestjs/common';
import { UnitOfWork, type LocalDate, type SystemActor } from '../../kernel/index.js';
import { PrivacyNotices } from './ports.js';

/** Puts a version of the information notice in force: without one, nobody can be referred (PRV-04). */
@Injectable()
export class PublishNotice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: PrivacyNotices,
  ) {}

  /** @returns false when that version exists already: a published one never changes */
  execute(version: string, validFrom: LocalDate, actor: SystemActor): Promise<boolean> {
    return this.unitOfWork.run(actor, () => this.notices.publish(version, validFrom), {
      lens: 'technical',
    });
  }
}
