import type { AsOf } from '../../../kernel/index.js';
import type { VolunteerAct } from '../../../volunteers/index.js';
import type { RowRefusal } from '../row-fates.js';
import { compareRows, type ServiceRow } from './service-fact.js';

/** All that was said of one service and still counts. */
export interface ToldService {
  readonly rows: readonly ServiceRow[];
  readonly acts: readonly VolunteerAct[];
}

/** One saying on a service, of a file or of somebody else. */
export type ServiceSaying =
  | { readonly kind: 'row'; readonly said: ServiceRow; readonly asOf: AsOf }
  | { readonly kind: 'act'; readonly act: VolunteerAct; readonly asOf: AsOf };

/** How one part of a service is told. */
export interface Facet<Value> {
  readonly nothing: Value;
  /** The part after a row, or why the row is refused. */
  afterRow(value: Value, said: ServiceRow): { readonly value: Value } | RowRefusal;
  afterAct(value: Value, act: VolunteerAct): Value;
  /** True when the row says what the part already is. */
  isSaid(value: Value, said: ServiceRow): boolean;
}

/** What the sayings make of one part. */
export interface FoldedFacet<Value> {
  readonly value: Value;
  readonly taken: ReadonlySet<ServiceRow>;
  readonly refused: ReadonlyMap<ServiceRow, RowRefusal>;
  /** Rows of a photo that took the place of notices of their month. */
  readonly contradicting: ReadonlySet<ServiceRow>;
}

/** In the order of their reference dates: an act was done on what was known, it follows the rows of its day. */
export function sayingsOf({ rows, acts }: ToldService): ServiceSaying[] {
  const sayings: ServiceSaying[] = [
    ...rows.map((said) => ({ kind: 'row', said, asOf: said.asOf }) as const),
    ...acts.flatMap((act) =>
      act.said.asOf ? [{ kind: 'act', act, asOf: act.said.asOf } as const] : [],
    ),
  ];
  return sayings.toSorted(compare);
}

function compare(one: ServiceSaying, other: ServiceSaying): number {
  if (one.asOf.on !== other.asOf.on) return one.asOf.on < other.asOf.on ? -1 : 1;
  if (one.kind === 'row' && other.kind === 'row') return compareRows(one.said, other.said);
  return one.kind === other.kind ? 0 : one.kind === 'row' ? -1 : 1;
}

/**
 * Pure: one part of a service as all that was said makes it, told in order whatever the order it came in
 * (exchange.md 7.e.2). A photo wins over the notices of its month that it contradicts (7.e.6).
 */
export function foldFacet<Value>(
  facet: Facet<Value>,
  sayings: readonly ServiceSaying[],
): FoldedFacet<Value> {
  let folded: FoldedFacet<Value> = {
    value: facet.nothing,
    taken: new Set(),
    refused: new Map(),
    contradicting: new Set(),
  };
  for (const [at, saying] of sayings.entries()) {
    if (saying.kind === 'act') {
      folded = { ...folded, value: facet.afterAct(folded.value, saying.act) };
    } else folded = tell(facet, folded, sayings.slice(0, at), saying);
  }
  return folded;
}

function tell<Value>(
  facet: Facet<Value>,
  folded: FoldedFacet<Value>,
  before: readonly ServiceSaying[],
  saying: Extract<ServiceSaying, { kind: 'row' }>,
): FoldedFacet<Value> {
  const { said } = saying;
  const { taken, refused, contradicting } = folded;
  const told = facet.afterRow(folded.value, said);
  const notices = before.filter((one) => isNoticeOfMonth(one, said));
  const isPhoto = said.lineType === 'SITUATION' && notices.length > 0;
  if (!('code' in told)) {
    const isOther = isPhoto && !facet.isSaid(folded.value, said) && isLastTold(folded, notices);
    return {
      ...folded,
      ...told,
      taken: new Set([...taken, said]),
      contradicting: isOther ? new Set([...contradicting, said]) : contradicting,
    };
  }
  if (isPhoto) {
    const others = before.filter((one) => !notices.includes(one));
    const without = foldFacet(facet, [...others, saying]);
    if (without.taken.has(said)) {
      return { ...without, contradicting: new Set([...without.contradicting, said]) };
    }
  }
  return { ...folded, refused: new Map([...refused, [said, told]]) };
}

/** True when a notice of that month was taken: what stood before the photo came from it. */
function isLastTold<Value>(
  { taken }: FoldedFacet<Value>,
  notices: readonly ServiceSaying[],
): boolean {
  return notices.some((one) => one.kind === 'row' && taken.has(one.said));
}

function isNoticeOfMonth(saying: ServiceSaying, { asOf, fact }: ServiceRow): boolean {
  if (saying.kind !== 'row' || saying.said.lineType !== 'EVENEMENT') return false;
  const isSameKind = saying.said.fact.kind === fact.kind;
  return isSameKind && saying.asOf.on.slice(0, 7) === asOf.on.slice(0, 7);
}
