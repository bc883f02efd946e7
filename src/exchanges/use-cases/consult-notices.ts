import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import type { Notice } from '../domain/calendar/notice.js';
import { Notices, type NoticePosition } from './calendar-ports.js';

/** Reads the notices of the caller's organisation. */
@Injectable()
export class ConsultNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** One page, the latest first. */
  list(
    limit: number,
    after: NoticePosition | null,
    actor: Actor,
  ): Promise<{ items: Notice[]; total: number }> {
    return this.unitOfWork.run(actor, () => this.notices.page(limit, after));
  }
}
