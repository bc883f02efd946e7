import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor, type LocalDate } from '../../../kernel/index.js';
import {
  bodiesOf,
  CONVENTION_COLUMNS,
  conventionCells,
  conventionOfRow,
  conventionRow,
  readConventions,
  type Bodies,
} from '../../domain/convention-table.js';
import type { Convention } from '../../domain/convention.js';
import type { ReferenceDifference, ReferenceRow } from '../../domain/reference-table.js';
import type { TableRecord } from '../../domain/table-reading.js';
import { OrganisationRegister } from '../ports.js';
import { ReferenceKeeper, type ReadSet } from './reference-keeper.js';

/** Who works with whom: a convention that a file does not name stays, and ends by its last day. */
@Injectable()
export class ConventionKeeper extends ReferenceKeeper {
  readonly set = 'conventions';
  readonly columns = CONVENTION_COLUMNS;
  readonly endsAbsent = false;
  readonly isDated = false;

  constructor(
    private readonly register: OrganisationRegister,
    private readonly audit: AuditTrail,
  ) {
    super();
  }

  override async current(): Promise<readonly ReferenceRow[]> {
    const bodies = await this.bodies();
    return (await this.register.conventions()).map((one) => conventionRow(one, bodies));
  }

  override async read(records: readonly TableRecord[]): Promise<ReadSet> {
    return readConventions(records, await this.bodies());
  }

  override async apply(
    { added, changed }: ReferenceDifference,
    _from: LocalDate | null,
    actor: Actor,
  ): Promise<void> {
    const bodies = await this.bodies();
    const conventions = [...added, ...changed].flatMap(({ after }) => {
      const convention = after && conventionOfRow(after, bodies);
      return convention ? [convention] : [];
    });
    await this.register.saveConventions(conventions);
    await this.audit.recordAll(conventions.map((one) => lineOf(one, bodies, actor)));
  }

  override async exported(): Promise<readonly (readonly string[])[]> {
    const bodies = await this.bodies();
    const rows = (await this.register.conventions()).map((one) => conventionCells(one, bodies));
    return rows.toSorted((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));
  }

  private async bodies(): Promise<Bodies> {
    return bodiesOf((await this.register.known()).map(({ organisation }) => organisation));
  }
}

/** In the journal of the mission locale of the convention. */
function lineOf({ missionLocaleId, unitId }: Convention, { byId }: Bodies, actor: Actor) {
  const codes = [missionLocaleId, unitId].map((id) => byId.get(id)?.code ?? id);
  return {
    actor,
    command: 'reference.convention',
    resource: { type: 'convention', id: codes.join('/') },
    organisationId: missionLocaleId,
    effectiveOn: null,
    result: 'done' as const,
  };
}
