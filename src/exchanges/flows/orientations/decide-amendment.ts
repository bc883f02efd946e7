import { isNotOlder, type Confirmation } from '../../../kernel/index.js';
import {
  contactSaid,
  hasSameContact,
  judgeKey,
  type ContactCorrections,
  type ContactDetails,
  type KeyJudgement,
  type PersonRecord,
  type ResolveContext,
} from '../../../people/index.js';
import {
  decideReferral,
  hasSameDetails,
  isOpen,
  type Referral,
  type ReferralChange,
} from '../../../referrals/index.js';
import type { RowAnomaly } from '../../flow/index.js';
import type { ApplyContext, CheckedRow, RowFate } from '../../use-cases/flow-ports.js';
import { actorOfLine, RowFates, type RowRefusal } from '../row-fates.js';
import type { OrientationRow } from './columns.js';
import { ORIENTATIONS } from './flow.js';
import { detailsOf, personOf } from './referral-of-row.js';

/** An ORI row to apply. */
export type Line = CheckedRow & { readonly row: OrientationRow };

export const ORIENTATION_FATES = new RowFates(ORIENTATIONS);

/** A referral on file, whom it is about, and the unit that the row names. */
export interface KnownReferral {
  readonly referral: Referral;
  readonly person: PersonRecord;
  /** What was corrected by hand of how to reach them, and when. */
  readonly corrected: ContactCorrections;
  readonly namedUnitId: string | undefined;
  readonly identities: ResolveContext;
}

/** What a row makes of a referral on file. */
export interface DecidedAmendment {
  readonly fate: RowFate;
  readonly change: ReferralChange | null;
  /** How to reach the person from now on. */
  readonly contact: { readonly person: PersonRecord; readonly contact: ContactDetails } | null;
  readonly confirmed: Confirmation | null;
  /** Set when all that was said of this referral has to be weighed with the row. */
  readonly toRetell?: Referral;
}

/** Pure: withdraws a referral, brings it up to date, or finds it as the row says. */
export function decideAmendment(
  line: Line,
  known: KnownReferral,
  context: ApplyContext,
): DecidedAmendment {
  const decided = decideAlone(line, known, context);
  const mustRetell = mustBeRetold(line, known.referral, decided, context);
  return mustRetell ? { ...decided, toRetell: known.referral } : decided;
}

/**
 * True when the row alone does not tell what becomes of the referral: it takes the place of what an
 * earlier file of its slot said, it contradicts a notice of its month, or nothing was left of it.
 */
function mustBeRetold(
  { row, asOf, isRepeated }: Line,
  referral: Referral,
  { fate }: DecidedAmendment,
  { isReplacing }: ApplyContext,
): boolean {
  // Without a record, the row names it wrongly: what was said before is not the reason.
  if (fate.resourceId === null) return false;
  if (referral.state === 'withdrawn' && referral.asOf === null) return true;
  if (referral.asOf === null) return false;
  const changesNothing = fate.state === 'I' || fate.state === 'P';
  if (isReplacing) return !(isRepeated && changesNothing);
  if (row.type_ligne !== 'SITUATION') return false;
  return fate.state === 'R' && referral.asOf.on.slice(0, 7) === asOf.on.slice(0, 7);
}

function decideAlone(line: Line, known: KnownReferral, context: ApplyContext): DecidedAmendment {
  const { row, asOf } = line;
  const { referral } = known;
  const judged = judgeIdentity(line, known);
  if (judged.kind === 'said-different') return untouched(ORIENTATION_FATES.otherPerson(line));
  if (judged.kind === 'review') {
    return untouched(ORIENTATION_FATES.inReview(line, judged.reason, [referral.id]));
  }
  const noted = judged.remarks.map((code) =>
    ORIENTATION_FATES.remark(line, { code, column: 'nom_naissance' }),
  );
  const fate = (state: RowFate['state']): RowFate =>
    ORIENTATION_FATES.of(line, state, resourceOf(referral), noted);
  const refusal = refusalOf(row, known);
  if (refusal) return untouched(ORIENTATION_FATES.refused(line, refusal, noted));
  const isNews = isNotOlder(asOf, referral.asOf);
  if (saysTheSame(line, known)) {
    const told = { ...fate(isOvertaken(line, known) ? 'P' : 'I'), isLate: !isNews };
    return { ...untouched(told), confirmed: isNews ? { id: referral.id, asOf } : null };
  }
  if (!isNews) return untouched({ ...fate('P'), isLate: true });
  if (row.etat_orientation === 'RETIREE') return withdrawal(line, referral, context, noted);
  if (referral.state === 'withdrawn') {
    const precision = 'ORIENTATION_RETIREE';
    const back = { code: 'TRANSITION_INTERDITE', column: 'etat_orientation', precision } as const;
    return untouched(ORIENTATION_FATES.refused(line, back, noted, resourceOf(referral)));
  }
  // The unit answered, or stayed silent: what was prepared for it no longer matters.
  if (!isOpen(referral)) return untouched(fate('I'));
  return { ...amendment(line, known, context), fate: fate('A') };
}

/** Whom a referral is told to. */
export function resourceOf({ id, unitId }: Referral) {
  return { id, recipientId: unitId };
}

/** A row that changes nothing. */
export function untouched(fate: RowFate): DecidedAmendment {
  return { fate, change: null, contact: null, confirmed: null };
}

/** The reference alone never links: identity is judged unless a human did (exchange.md 7.f). */
function judgeIdentity(line: Line, known: KnownReferral): KeyJudgement {
  const { referral, person, identities } = known;
  if (line.chosenId === referral.id) return { kind: 'link', remarks: [] };
  // A decision taken back left the reference to somebody else: a referral never changes its person.
  const isOther = line.chosenId !== undefined && line.chosenId !== person.id;
  if (isOther) return { kind: 'review', reason: 'IDENTITE_INCOHERENTE' };
  const { presentOf, said } = identities;
  const described = personOf(line.row);
  return judgeKey(described, person, { presentOf, ...said.of(described, person.id) });
}

/** Why a row may not speak of this referral at all. */
function refusalOf(
  row: OrientationRow,
  { referral, namedUnitId }: KnownReferral,
): RowRefusal | null {
  if (row.type_ligne === 'ANNULATION') {
    return { code: 'constraint-error', column: 'type_ligne', precision: 'ANNULATION' };
  }
  if (namedUnitId !== referral.unitId) {
    return { code: 'TRANSITION_INTERDITE', column: 'code_unite', precision: 'UNITE_DIFFERENTE' };
  }
  // A draft was never sent: it goes out by the hand that wrote it.
  if (referral.state === 'draft') {
    return { code: 'TRANSITION_INTERDITE', column: 'etat_orientation' };
  }
  return null;
}

function saysTheSame(line: Line, known: KnownReferral): boolean {
  const { row } = line;
  const { referral, person } = known;
  const isWithdrawn = referral.state === 'withdrawn';
  if (row.etat_orientation === 'RETIREE' || isWithdrawn) {
    return row.etat_orientation === 'RETIREE' && isWithdrawn;
  }
  return (
    hasSameDetails(detailsOf(row), referral) &&
    hasSameContact(contactOf(line, known), person.contact)
  );
}

/** True when a page corrected since what the row says of how to reach the person. */
function isOvertaken({ row }: Line, { referral, person }: KnownReferral): boolean {
  return isOpen(referral) && !hasSameContact(personOf(row).contact, person.contact);
}

/** How to reach the person from now on: what was corrected on a page since then stays. */
function contactOf({ row, asOf }: Line, { person, corrected }: KnownReferral): ContactDetails {
  return contactSaid(personOf(row).contact, { known: person.contact, corrected }, asOf.on);
}

function withdrawal(
  line: Line,
  referral: Referral,
  context: ApplyContext,
  noted: readonly RowAnomaly[],
): DecidedAmendment {
  const decision = decideReferral({
    referral,
    command: 'withdraw',
    actor: actorOfLine(context, line.line),
    effectiveOn: line.asOf.on,
    writes: { asOf: line.asOf },
  });
  if (!decision.ok) {
    const refusal = { code: 'TRANSITION_INTERDITE', column: 'etat_orientation' } as const;
    return untouched(ORIENTATION_FATES.refused(line, refusal, noted, resourceOf(referral)));
  }
  const fate = ORIENTATION_FATES.of(line, 'A', resourceOf(referral), noted);
  return { ...untouched(fate), change: decision.change };
}

function amendment(
  told: Line,
  known: KnownReferral,
  context: ApplyContext,
): Pick<DecidedAmendment, 'change' | 'contact' | 'confirmed'> {
  const { row, asOf, line } = told;
  const { referral, person } = known;
  const contact = contactOf(told, known);
  return {
    change: {
      before: referral,
      after: { ...referral, ...detailsOf(row), asOf, version: referral.version + 1 },
      command: null,
      effectiveOn: row.date_orientation,
      actor: actorOfLine(context, line),
    },
    contact: hasSameContact(contact, person.contact) ? null : { person, contact },
    confirmed: null,
  };
}
