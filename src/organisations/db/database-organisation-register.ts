import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import type { LocalDate } from '../../kernel/index.js';
import { afterCommit, currentManager, insertRows } from '../../platform/database/index.js';
import type { Convention } from '../domain/convention.js';
import type { CoverageEntry } from '../domain/coverage.js';
import type { CoveragePair } from '../domain/coverage-difference.js';
import type { Organisation } from '../domain/organisation.js';
import { OrganisationRegister } from '../use-cases/ports.js';
import { coverageFrom } from './coverage-rows.js';
import { DatabaseOrganisationDirectory } from './database-organisation-directory.js';
import { OrganisationEntity } from './organisation.entity.js';

const CONVENTION_COLUMNS = {
  id: 'uuid',
  mission_locale_id: 'uuid',
  unit_id: 'uuid',
  valid_from: 'date',
  valid_to: 'date',
  duties: 'text[]',
};

const PAIR_SET = `jsonb_to_recordset($1::jsonb) as r("communeCode" text, "missionLocaleCode" text)
  join app.organisation o on o.code = r."missionLocaleCode"`;

/** Writes the register in PostgreSQL, and has the directory of this process read it again. */
@Injectable()
export class DatabaseOrganisationRegister extends OrganisationRegister {
  constructor(
    private readonly ids: Ids,
    private readonly directory: DatabaseOrganisationDirectory,
  ) {
    super();
  }

  override async saveOrganisations(organisations: readonly Organisation[]): Promise<void> {
    if (organisations.length === 0) return;
    await currentManager().upsert(OrganisationEntity, [...organisations], ['id']);
    this.forget();
  }

  override async addConventions(conventions: readonly Convention[]): Promise<void> {
    const rows = conventions.map((convention) => ({
      id: this.ids.uuid(),
      mission_locale_id: convention.missionLocaleId,
      unit_id: convention.unitId,
      valid_from: convention.validFrom,
      valid_to: convention.validTo,
      duties: convention.duties,
    }));
    const existing = 'on conflict on constraint convention_pair do nothing';
    await insertRows('app.convention', CONVENTION_COLUMNS, rows, existing);
    this.forget();
  }

  override coverageFrom(on: LocalDate): Promise<readonly CoverageEntry[]> {
    return coverageFrom(on);
  }

  override async closeCoverage(pairs: readonly CoveragePair[], lastDay: LocalDate): Promise<void> {
    await currentManager().query(
      `update app.coverage c set valid_to = $2 from ${PAIR_SET}
       where c.mission_locale_id = o.id and c.commune_code = r."communeCode"
         and c.valid_from <= $2 and (c.valid_to is null or c.valid_to > $2)`,
      [JSON.stringify(pairs), lastDay],
    );
  }

  override async openCoverage(pairs: readonly CoveragePair[], firstDay: LocalDate): Promise<void> {
    await currentManager().query(
      `insert into app.coverage (mission_locale_id, commune_code, valid_from)
       select o.id, r."communeCode", $2 from ${PAIR_SET}`,
      [JSON.stringify(pairs), firstDay],
    );
  }

  /** Now, for the reads of this transaction, and once committed, for those of the others. */
  private forget(): void {
    this.directory.forget();
    afterCommit(() => this.directory.forget());
  }
}
