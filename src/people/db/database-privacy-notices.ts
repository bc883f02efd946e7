import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import { currentManager } from '../../platform/database/index.js';
import { PrivacyNotices } from '../use-cases/ports.js';

/** The register of information notices, dated reference data. */
@Injectable()
export class DatabasePrivacyNotices extends PrivacyNotices {
  override async inForceOn(day: LocalDate): Promise<readonly string[]> {
    const rows: { version: string }[] = await currentManager().query(
      `select version from app.privacy_notice
       where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by version`,
      [day],
    );
    return rows.map(({ version }) => version);
  }

  override async publish(version: string, validFrom: LocalDate): Promise<boolean> {
    const added: unknown[] = await currentManager().query(
      `insert into app.privacy_notice (version, valid_from) values ($1, $2)
       on conflict do nothing returning version`,
      [version, validFrom],
    );
    return added.length > 0;
  }
}
