import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';

/** What the demonstration leaves in the reference data. Only in a unit of work of the technical scope. */
@Injectable()
export class DemonstrationMarks {
  /** True when a machine client of this name exists: the demonstration writes them last. */
  async hasClient(clientId: string): Promise<boolean> {
    const rows: unknown[] = await currentManager().query(
      'select from app.machine_client where client_id = $1',
      [clientId],
    );
    return rows.length === 1;
  }

  /** True when an account of this address exists. */
  async hasAccount(email: string): Promise<boolean> {
    const rows: unknown[] = await currentManager().query(
      'select from app.account where email = $1',
      [email],
    );
    return rows.length === 1;
  }

  /** Puts a version of the information notice in force; one that exists stays as it is. */
  async addNotice(version: string, validFrom: LocalDate): Promise<void> {
    await currentManager().query(
      `insert into app.privacy_notice (version, valid_from) values ($1, $2) on conflict do nothing`,
      [version, validFrom],
    );
  }
}
