import { Injectable } from '@nestjs/common';
import { UnitOfWork, type SystemActor } from '../../kernel/index.js';
import { noticeDocument } from '../domain/calendar/notice-document.js';
import { Notices } from './calendar-ports.js';
import { Spool } from './spool-ports.js';

/** Writes a notice in the folder of the organisation it is for. */
@Injectable()
export class WriteSpoolNotice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
    private readonly spool: Spool,
  ) {}

  /** Done twice, it writes the same again. */
  async execute(noticeId: string, actor: SystemActor): Promise<void> {
    const code = actor.organisation?.code;
    const notice = await this.unitOfWork.run(actor, () => this.notices.byId(noticeId));
    if (code === undefined || !notice) return;
    const { name, said } = noticeDocument(notice);
    await this.spool.write(code, 'comptes_rendus', name, textOf(said));
  }
}

async function* textOf(said: object): AsyncGenerator<string> {
  yield `${JSON.stringify(said, null, 2)}\n`;
}
