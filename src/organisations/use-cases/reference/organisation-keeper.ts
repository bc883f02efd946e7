import { Injectable } from '@nestjs/common';
import { Ids, type Actor, type LocalDate } from '../../../kernel/index.js';
import { OwnOrganisation } from '../../domain/errors.js';
import {
  ORGANISATION_COLUMNS,
  organisationCells,
  organisationRow,
  readOrganisations,
  textOfRow,
} from '../../domain/organisation-table.js';
import { readOrganisation } from '../../domain/organisation-text.js';
import type { RegisteredOrganisation } from '../../domain/organisation.js';
import type { ReferenceDifference, ReferenceRow } from '../../domain/reference-table.js';
import { movesOwnDays } from '../../domain/register.rules.js';
import type { KnownOrganisation } from '../../domain/shipped-register.js';
import type { TableFault, TableRecord } from '../../domain/table-reading.js';
import { OrganisationRegister } from '../ports.js';
import { RegisterJournal } from '../register-journal.js';
import { ReferenceKeeper, type ReadSet } from './reference-keeper.js';

/** The organisations: one that a file does not name stays, since none is ever deleted. */
@Injectable()
export class OrganisationKeeper extends ReferenceKeeper {
  readonly set = 'organismes';
  readonly columns = ORGANISATION_COLUMNS;
  readonly endsAbsent = false;
  readonly isDated = false;

  constructor(
    private readonly register: OrganisationRegister,
    private readonly journal: RegisterJournal,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async current(): Promise<readonly ReferenceRow[]> {
    return (await this.organisations()).map(organisationRow);
  }

  override async read(
    records: readonly TableRecord[],
    _from: LocalDate | null,
    actor: Actor,
  ): Promise<ReadSet> {
    const known = await this.organisations();
    const { rows, faults } = readOrganisations(records, known);
    return { rows, faults: [...faults, ...ownDays(rows, known, actor)] };
  }

  override async apply(
    { added, changed }: ReferenceDifference,
    _from: LocalDate | null,
    actor: Actor,
  ): Promise<void> {
    const known = await this.register.known();
    const byCode = new Map(known.map((one) => [one.organisation.code, one]));
    const all = [...added, ...changed].flatMap(({ key, after }) => {
      const row = after && this.saved(after, byCode.get(key));
      return row ? [row] : [];
    });
    await this.register.saveOrganisations(all.map(({ after }) => after));
    await this.journal.tell(
      all.map(({ before, after }) => ({ before, after: after.organisation })),
      actor,
    );
  }

  override async exported(): Promise<readonly (readonly string[])[]> {
    return (await this.organisations()).map(organisationCells);
  }

  private saved(row: ReferenceRow, known: KnownOrganisation | undefined) {
    const { values } = readOrganisation(textOfRow(row));
    if (!values) return undefined;
    const before = known?.organisation ?? null;
    const id = before?.id ?? this.ids.uuid();
    const organisation = { ...values, id, version: (before?.version ?? 0) + 1 };
    return { before, after: { organisation, shipped: known?.shipped ?? null } };
  }

  private async organisations(): Promise<readonly RegisteredOrganisation[]> {
    return (await this.register.known()).map(({ organisation }) => organisation);
  }
}

/** Nobody closes the organisation they work for, by a file either. */
function ownDays(
  rows: readonly ReferenceRow[],
  known: readonly RegisteredOrganisation[],
  actor: Actor,
): TableFault[] {
  const byCode = new Map(known.map((one) => [one.code, one]));
  const isOwn = rows.some((row) => {
    const before = byCode.get(row.key);
    const { values } = readOrganisation(textOfRow(row));
    return before && values && movesOwnDays(before, { ...before, ...values }, actor);
  });
  if (!isOwn) return [];
  return [{ line: null, column: 'dernier_jour', said: new OwnOrganisation().message }];
}
