import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  localDateIn,
  type Actor,
  type AuditEntry,
  type LocalDate,
} from '../../kernel/index.js';
import {
  bodiesOf,
  DeadlineSetKeeper,
  OrganisationRegister,
  type Bodies,
  type ReadSet,
  type ReferenceDifference,
  type ReferenceRow,
  type TableRecord,
} from '../../organisations/index.js';
import type { DeadlineOverride } from '../domain/deadline.rules.js';
import {
  DEADLINE_CODES,
  DEADLINE_COLUMNS,
  deadlineCells,
  deadlineOfRow,
  deadlineRow,
  readDeadlines,
} from './deadline-table.js';
import { DeadlineOverrides } from './ports.js';

/** Whose midnight begins a day of the reference data, which belongs to the whole country. */
const NATIONAL_ZONE = 'Europe/Paris';

/** Lengths of time set otherwise than shipped, as a set of reference data (ADR 0028). */
@Injectable()
export class DeadlineKeeper extends DeadlineSetKeeper {
  readonly set = 'delais';
  readonly columns = DEADLINE_COLUMNS;
  readonly endsAbsent = false;
  readonly isDated = false;

  constructor(
    private readonly overrides: DeadlineOverrides,
    private readonly register: OrganisationRegister,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async current(): Promise<readonly ReferenceRow[]> {
    const bodies = await this.bodies();
    return (await this.overrides.all()).map((one) => deadlineRow(one, bodies));
  }

  override async read(records: readonly TableRecord[]): Promise<ReadSet> {
    const today = localDateIn(this.clock.now(), NATIONAL_ZONE);
    const known = await this.overrides.all();
    return readDeadlines(records, { bodies: await this.bodies(), known, today });
  }

  override async apply(
    { added, changed }: ReferenceDifference,
    _from: LocalDate | null,
    actor: Actor,
  ): Promise<void> {
    const bodies = await this.bodies();
    const overrides = [...added, ...changed].flatMap(({ after }) => {
      const override = after && deadlineOfRow(after, bodies);
      return override ? [override] : [];
    });
    await this.overrides.saveAll(overrides);
    await this.audit.recordAll(overrides.flatMap((one) => linesOf(one, bodies, actor)));
  }

  override async exported(): Promise<readonly (readonly string[])[]> {
    const bodies = await this.bodies();
    const rows = (await this.overrides.all()).map((one) => deadlineCells(one, bodies));
    return rows.toSorted((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));
  }

  private async bodies(): Promise<Bodies> {
    return bodiesOf((await this.register.known()).map(({ organisation }) => organisation));
  }
}

/** In the journal of the organisation whose length is set; that of a territory is told by the set alone. */
function linesOf(
  { rule, organisationId }: DeadlineOverride,
  { byId }: Bodies,
  actor: Actor,
): AuditEntry[] {
  const code = organisationId === null ? undefined : byId.get(organisationId)?.code;
  if (organisationId === null || code === undefined) return [];
  return [
    {
      actor,
      command: 'reference.deadline',
      resource: { type: 'deadline', id: `${DEADLINE_CODES[rule]}/${code}` },
      organisationId,
      effectiveOn: null,
      result: 'done',
    },
  ];
}
