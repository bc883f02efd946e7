import type { Actor, FileActor } from '../../kernel/index.js';
import { scopeOfOrganisation } from '../../organisations/index.js';
import { isBlocking, type RowFaultCode } from '../catalogue/index.js';
import { businessAnomaly, type Flow, type RowAnomaly } from '../flow/index.js';
import type { ApplyContext, RowFate } from '../use-cases/flow-ports.js';

/** A row to be applied, as far as its fate needs it. */
export interface FatedRow {
  readonly line: number;
  readonly row: { readonly identifiant_ligne: number };
}

/** The record a row speaks of, and whom it is told to. */
export interface RowResource {
  readonly id: string;
  readonly recipientId: string | null;
}

/** Why a row is refused, and where the report points. */
export interface RowRefusal {
  readonly code: RowFaultCode;
  readonly column: string;
  readonly precision?: string;
}

/** The fates of the rows of one flow, in the words of its report (exchange.md 7.d). */
export class RowFates {
  constructor(private readonly flow: Flow) {}

  /** A remark of the records on a row; its level is that of the catalogue. */
  remark({ line, row }: FatedRow, { code, column, precision }: RowRefusal): RowAnomaly {
    return businessAnomaly(this.flow, code, {
      line,
      rowId: row.identifiant_ligne,
      column,
      ...(precision === undefined ? {} : { precision }),
    });
  }

  of(
    { line }: FatedRow,
    state: RowFate['state'],
    resource: RowResource | null,
    anomalies: readonly RowAnomaly[] = [],
  ): RowFate {
    const resourceId = resource?.id ?? null;
    return { line, state, resourceId, recipientId: resource?.recipientId ?? null, anomalies };
  }

  /**
   * A row refused carries a fault that says so, even for a code that elsewhere only warns. With the record
   * it names when only what was said before refuses it: it is weighed again once that is taken back.
   */
  refused(
    row: FatedRow,
    refusal: RowRefusal,
    noted: readonly RowAnomaly[] = [],
    resource: RowResource | null = null,
  ): RowFate {
    const found = this.remark(row, refusal);
    const level = isBlocking(found.level) ? found.level : 'BLOQUANT_LIGNE';
    return this.of(row, 'R', resource, [...noted, { ...found, level }]);
  }

  /** A human has already said that the row speaks of somebody else. */
  otherPerson(row: FatedRow): RowFate {
    const precision = 'PERSONNES_DIFFERENTES';
    return this.refused(row, { code: 'IDENTITE_INCOHERENTE', column: 'nom_naissance', precision });
  }

  /** A human has to say which of the candidates is meant. */
  inReview(row: FatedRow, reason: RowFaultCode, candidateIds: readonly string[]): RowFate {
    const anomalies = [this.remark(row, { code: reason, column: 'nom_naissance' })];
    return { ...this.of(row, 'V', null, anomalies), review: { reason, candidateIds } };
  }
}

/** Who acts for a row: the file, at that line; history and audit say so. */
export function actorOfLine({ actor }: ApplyContext, line: number): Actor {
  const { channel } = actor;
  return channel.kind === 'file' ? { ...actor, channel: { ...channel, line } } : actor;
}

/** The file itself, whoever decided that one of its rows is applied: what files say is told in their role. */
export function fileActorOf({ actor, emitter }: ApplyContext): FileActor {
  const { channel, correlationId } = actor;
  if (channel.kind !== 'file') throw new Error('rows are applied for a file');
  return {
    type: 'file',
    id: channel.fileId,
    scopes: [],
    organisation: scopeOfOrganisation(emitter),
    channel,
    correlationId,
  };
}

/** The fates in the order of the rows, whatever the order they were decided in. */
export function inOrder(rows: readonly FatedRow[], fates: readonly RowFate[]): RowFate[] {
  const byLine = new Map(fates.map((fate) => [fate.line, fate]));
  return rows.map(({ line }) => {
    const fate = byLine.get(line);
    if (!fate) throw new Error('one fate per row');
    return fate;
  });
}
