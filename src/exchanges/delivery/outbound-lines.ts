import type { CodeStanding, LocalDate } from '../../kernel/index.js';
import {
  compileRowCheck,
  naturalKeyText,
  serialiseRow,
  type CheckContext,
  type Flow,
  type RowCheck,
  type RowOf,
} from '../flow/index.js';
import type { LineStart } from './outbound-place.js';

/** What a record says in a file, before the file numbers it. */
export type SaidRow<F extends Flow> = Omit<
  RowOf<F>,
  'identifiant_ligne' | 'type_ligne' | 'periode_rattachement'
>;

/** A line ready to be written. */
export interface OutboundLine {
  readonly cells: readonly string[];
  readonly type: LineStart['type'];
  /** Natural key, for the control sum: taken from the record and not from the file. */
  readonly key: string;
}

/**
 * Turns records into lines our own door takes without an anomaly (exchange.md 7.l 5). What a page lets
 * people write and a file does not (a street with a sign no column takes) leaves an optional cell empty;
 * a record that makes no line at all is withheld.
 */
export class OutboundLines<F extends Flow> {
  private readonly check: RowCheck<RowOf<F>>;
  private readonly keys = new Set<string>();
  private readonly optional: ReadonlyMap<string, number>;

  /** @param latestDay the latest civil day anywhere: what happened there today is not in the future */
  constructor(
    private readonly flow: F,
    latestDay: LocalDate,
  ) {
    this.check = compileRowCheck(flow, shapesOnly(latestDay));
    this.optional = new Map(
      flow.columns.flatMap(({ header, required }, at) => (required ? [] : [[header, at] as const])),
    );
  }

  /** The next line, or null when the record is withheld: impossible, or the key of another line. */
  take(said: SaidRow<F>, { type, period }: LineStart): OutboundLine | null {
    const block = {
      identifiant_ligne: this.keys.size + 1,
      type_ligne: type,
      periode_rattachement: period,
    };
    // Both parts together are the columns of the flow: TypeScript cannot add up a generic `Omit`.
    const row = { ...said, ...block } as unknown as RowOf<F>;
    const key = naturalKeyText(this.flow, row);
    if (this.keys.has(key)) return null;
    const cells = this.sendable(serialiseRow(this.flow, row));
    if (!cells) return null;
    this.keys.add(key);
    return { cells, type, key };
  }

  private sendable(cells: readonly string[]): readonly string[] | null {
    const { isAccepted, anomalies } = this.check(cells, 2);
    const refused = new Set(anomalies.map(({ column }) => this.optional.get(column ?? '')));
    const emptied = cells.map((cell, at) => (refused.has(at) ? '' : cell));
    if (anomalies.length > 0 && this.check(emptied, 2).isAccepted) return emptied;
    return isAccepted ? cells : null;
  }
}

/** Shapes and rules only: the service knows the communes and organisations it wrote down itself. */
function shapesOnly(on: LocalDate): CheckContext {
  return {
    on,
    emitterCode: null,
    communes: { isKnown: () => true, isFormer: () => false, successorOf: () => undefined },
    references: { standingOf: (): CodeStanding | undefined => undefined },
  };
}
