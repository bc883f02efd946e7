import { isNotOlder, type AsOf, type LocalDate } from '../../../kernel/index.js';
import type { ContactDetails } from '../../../people/index.js';
import {
  hasSameDetails,
  type ReferralAct,
  type ReferralDetails,
} from '../../../referrals/index.js';
import type { RowRefusal } from '../row-fates.js';
import type { Line } from './decide-amendment.js';
import { detailsOf, personOf } from './referral-of-row.js';

/** What was said of one referral makes this of it; its answer is the unit's. */
export interface FoldedReferral {
  /** Null before anything is said. */
  readonly details: ReferralDetails | null;
  /** How to reach the person, when a row said so, and the day of which that was true. */
  readonly contact: { readonly said: ContactDetails; readonly on: LocalDate } | null;
  readonly isWithdrawn: boolean;
  readonly asOf: AsOf | null;
  readonly refused: ReadonlyMap<Line, RowRefusal>;
  /** Rows of a photo that took the place of notices of their month. */
  readonly contradicting: ReadonlySet<Line>;
}

type Saying =
  | { readonly kind: 'row'; readonly line: Line; readonly asOf: AsOf }
  | { readonly kind: 'act'; readonly act: ReferralAct; readonly asOf: AsOf };

const NOTHING: FoldedReferral = {
  details: null,
  contact: null,
  isWithdrawn: false,
  asOf: null,
  refused: new Map(),
  contradicting: new Set(),
};

const WITHDRAWN: RowRefusal = {
  code: 'TRANSITION_INTERDITE',
  column: 'etat_orientation',
  precision: 'ORIENTATION_RETIREE',
};

/**
 * Pure: the referral as rows and acts make it, told one after the other in the order of their reference
 * dates, whatever the order they came in (exchange.md 7.e.2).
 */
export function foldLines(lines: readonly Line[], acts: readonly ReferralAct[]): FoldedReferral {
  const sayings: Saying[] = [
    ...acts.flatMap((act) => {
      const { asOf } = act.said;
      return asOf ? [{ kind: 'act', act, asOf } as const] : [];
    }),
    ...lines.map((line) => ({ kind: 'row', line, asOf: line.asOf }) as const),
  ];
  return foldSayings(sayings.toSorted(compare));
}

/** An act was done on what was known: it follows the row of the same date. */
function compare(one: Saying, other: Saying): number {
  if (!isNotOlder(other.asOf, one.asOf)) return 1;
  if (!isNotOlder(one.asOf, other.asOf)) return -1;
  if (one.kind === other.kind) return 0;
  return one.kind === 'row' ? -1 : 1;
}

function foldSayings(sayings: readonly Saying[]): FoldedReferral {
  let folded = NOTHING;
  for (const [at, saying] of sayings.entries()) {
    folded =
      saying.kind === 'act'
        ? afterAct(folded, saying.act)
        : afterRow(folded, sayings.slice(0, at), saying);
  }
  return folded;
}

function afterAct(folded: FoldedReferral, { command, said }: ReferralAct): FoldedReferral {
  if (command === 'withdraw') return { ...folded, isWithdrawn: true };
  if (command !== 'submit') return folded;
  return { ...folded, details: said.details, asOf: said.asOf };
}

function afterRow(
  folded: FoldedReferral,
  before: readonly Saying[],
  saying: Extract<Saying, { kind: 'row' }>,
): FoldedReferral {
  const { line } = saying;
  const told = tell(folded, line);
  if (!('code' in told)) return told;
  const others = before.filter((one) => !isNoticeOfMonth(one, line));
  if (line.row.type_ligne === 'SITUATION' && others.length < before.length) {
    // The photo wins over the notices of its month that it contradicts (exchange.md 7.e.6).
    const without = foldSayings([...others, saying]);
    const contradicting = new Set([...without.contradicting, line]);
    if (!without.refused.has(line)) return { ...without, contradicting };
  }
  return { ...folded, refused: new Map([...folded.refused, [line, told]]) };
}

function isNoticeOfMonth(saying: Saying, { asOf }: Line): boolean {
  if (saying.kind !== 'row' || saying.line.row.type_ligne !== 'EVENEMENT') return false;
  return saying.asOf.on.slice(0, 7) === asOf.on.slice(0, 7);
}

/** One row told after all before it. */
function tell(folded: FoldedReferral, { row, asOf }: Line): FoldedReferral | RowRefusal {
  if (row.etat_orientation === 'RETIREE') {
    if (!folded.details) return { code: 'REFERENCE_INCONNUE', column: 'reference_orientation' };
    return { ...folded, isWithdrawn: true, asOf };
  }
  if (folded.isWithdrawn) return WITHDRAWN;
  const said = detailsOf(row);
  const details = folded.details && hasSameDetails(said, folded.details) ? folded.details : said;
  return { ...folded, details, contact: { said: personOf(row).contact, on: asOf.on }, asOf };
}
