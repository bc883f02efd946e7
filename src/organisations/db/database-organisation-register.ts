import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import {
  actorColumns,
  afterCommit,
  currentManager,
  insertRows,
} from '../../platform/database/index.js';
import type { Convention } from '../domain/convention.js';
import type { CoverageEntry } from '../domain/coverage.js';
import type { CoveragePair } from '../domain/coverage-plan.js';
import type { KnownOrganisation } from '../domain/shipped-register.js';
import {
  OrganisationRegister,
  type Attached,
  type PastAct,
  type RegisterAct,
} from '../use-cases/ports.js';
import { coverageFrom } from './coverage-rows.js';
import { DatabaseOrganisationDirectory } from './database-organisation-directory.js';
import { ConventionEntity } from './convention.entity.js';
import { toConvention, toRegistered } from './organisation-rows.js';
import { OrganisationEntity } from './organisation.entity.js';
import { attachedTo, historyOf } from './register-reads.js';

const CONVENTION_COLUMNS = {
  id: 'uuid',
  mission_locale_id: 'uuid',
  unit_id: 'uuid',
  valid_from: 'date',
  valid_to: 'date',
  duties: 'text[]',
};

const CHANGE_COLUMNS = {
  act_id: 'uuid',
  organisation_id: 'uuid',
  field: 'text',
  before: 'text',
  after: 'text',
  actor_type: 'text',
  actor_id: 'text',
  acting_role: 'text',
  channel: 'text',
  recorded_at: 'timestamptz',
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

  override async lock(): Promise<void> {
    await currentManager().query(`select pg_advisory_xact_lock(hashtext('app.organisation'))`);
  }

  override async known(): Promise<readonly KnownOrganisation[]> {
    const rows = await currentManager().find(OrganisationEntity);
    return rows
      .map((row) => ({ organisation: toRegistered(row), shipped: row.shipped }))
      .toSorted((a, b) => (a.organisation.code < b.organisation.code ? -1 : 1));
  }

  override async saveOrganisations(organisations: readonly KnownOrganisation[]): Promise<void> {
    if (organisations.length === 0) return;
    const rows = organisations.map(({ organisation, shipped }) => ({ ...organisation, shipped }));
    await currentManager().upsert(OrganisationEntity, rows, ['id']);
    this.forget();
  }

  override async noteChanges(acts: readonly RegisterAct[], actor: Actor): Promise<void> {
    const { actor_type, actor_id, acting_role, channel } = actorColumns(actor);
    const rows = acts.flatMap(({ actId, organisationId, at, changes }) =>
      changes.map(({ field, before, after }) => ({
        act_id: actId,
        organisation_id: organisationId,
        field,
        before,
        after,
        actor_type,
        actor_id,
        acting_role,
        channel,
        recorded_at: at,
      })),
    );
    await insertRows('app.register_change', CHANGE_COLUMNS, rows);
  }

  override historyOf(organisationId: string): Promise<readonly PastAct[]> {
    return historyOf(organisationId);
  }

  override attachedTo(organisationId: string, on: LocalDate): Promise<Attached> {
    return attachedTo(organisationId, on);
  }

  override async conventions(): Promise<readonly Convention[]> {
    return (await currentManager().find(ConventionEntity)).map(toConvention);
  }

  override addConventions(conventions: readonly Convention[]): Promise<void> {
    return this.writeConventions(conventions, 'nothing');
  }

  override saveConventions(conventions: readonly Convention[]): Promise<void> {
    const said = 'update set valid_to = excluded.valid_to, duties = excluded.duties';
    return this.writeConventions(conventions, said);
  }

  private async writeConventions(
    conventions: readonly Convention[],
    whenKnown: string,
  ): Promise<void> {
    const rows = conventions.map((convention) => ({
      id: this.ids.uuid(),
      mission_locale_id: convention.missionLocaleId,
      unit_id: convention.unitId,
      valid_from: convention.validFrom,
      valid_to: convention.validTo,
      duties: convention.duties,
    }));
    const known = `on conflict on constraint convention_pair do ${whenKnown}`;
    await insertRows('app.convention', CONVENTION_COLUMNS, rows, known);
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
