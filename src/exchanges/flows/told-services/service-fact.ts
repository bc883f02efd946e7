import type { AsOf } from '../../../kernel/index.js';
import type {
  ExitInput,
  IncorporationInput,
  IncorporationStatus,
  Presence,
} from '../../../volunteers/index.js';
import type { LineType } from '../../flow/index.js';
import type { CheckedRow } from '../../use-cases/flow-ports.js';
import type { NamingRow } from '../unit-block/columns.js';

/** What one row of a unit tells of a service (exchange.md 7.a: INC, CEU and SOR). */
export type ServiceFact =
  | {
      readonly kind: 'incorporation';
      readonly status: IncorporationStatus;
      readonly input: IncorporationInput;
    }
  | {
      readonly kind: 'presence';
      readonly presence: Presence;
      readonly plannedEndOn: IncorporationInput['plannedEndOn'];
    }
  /** Null for a row that takes an exit back. */
  | { readonly kind: 'exit'; readonly input: ExitInput | null };

/** A row as one fact of the service it names. */
export interface ServiceRow {
  readonly line: number;
  readonly row: NamingRow;
  readonly lineType: LineType;
  readonly asOf: AsOf;
  readonly fact: ServiceFact;
  readonly chosenId?: string;
}

/** The row, with the fact it tells. */
export function serviceRow(checked: CheckedRow, fact: ServiceFact): ServiceRow {
  const row = checked.row as NamingRow;
  const { line, asOf, chosenId } = checked;
  const said = { line, row, lineType: row.type_ligne, asOf, fact };
  return chosenId === undefined ? said : { ...said, chosenId };
}

/** What is told first when several rows speak of the same day: who begins, who is there, who leaves. */
const RANKS: Readonly<Record<ServiceFact['kind'], number>> = {
  incorporation: 0,
  presence: 1,
  exit: 2,
};

/** The order of rows: by reference date; sequences only compare within a flow (exchange.md 7.e.2). */
export function compareRows(one: ServiceRow, other: ServiceRow): number {
  const [a, b] = [one.asOf, other.asOf];
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  const byRank = RANKS[one.fact.kind] - RANKS[other.fact.kind];
  return byRank || a.sequence - b.sequence || a.line - b.line;
}
