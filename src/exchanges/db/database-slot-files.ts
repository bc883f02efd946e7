import { Injectable } from '@nestjs/common';
import { currentManager } from '../../platform/database/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { SlotFiles, type FileEnd } from '../use-cases/calendar-ports.js';
import { writeTransition } from './exchange-transitions.js';

/** The files of a slot in PostgreSQL. */
@Injectable()
export class DatabaseSlotFiles extends SlotFiles {
  override of(slotId: string): Promise<Pick<ExchangeFile, 'id' | 'state'>[]> {
    return currentManager().query(
      `select id, state from app.exchange_file
       where slot_id = $1 and state <> 'refused' order by received_at, id`,
      [slotId],
    );
  }

  override async settle(fileId: string, { state, step, number }: FileEnd): Promise<void> {
    await writeTransition({ fileId, from: 'present', to: step });
    await currentManager().query(
      `update app.exchange_file set state = $2, step = $3, replaces_report = report_number,
         report_number = $4, report_stage = 'DEFINITIF' where id = $1`,
      [fileId, state, step, number],
    );
  }
}
