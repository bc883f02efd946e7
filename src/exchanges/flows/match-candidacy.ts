import { judgeKey, type Described, type PersonRecord } from '../../people/index.js';
import type { Candidacy } from '../../candidacies/index.js';
import type { Referral } from '../../referrals/index.js';
import type { RowFaultCode } from '../catalogue/index.js';
import type { CandidacyRecords } from './candidacy-records.js';
import { describedByControl } from './control-identity.js';
import type { NamingRow } from './unit-block/columns.js';

/** Which candidacy a row speaks of (exchange.md 7.f, levels 1 and 3, then the cross-check). */
export type CandidacyMatch =
  | {
      readonly kind: 'found';
      readonly candidacy: Candidacy;
      readonly remarks: readonly RowFaultCode[];
    }
  /** Someone who applied directly and is not on file yet. */
  | { readonly kind: 'new' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'doubtful';
      readonly reason: RowFaultCode;
      readonly candidates: readonly Candidacy[];
    }
  /** A human has said that this identity is not that of the file: it is not asked again (V6). */
  | { readonly kind: 'other-person' };

/**
 * A key first, then always the identity: a key alone never links (exchange.md 7.f). `chosenId` is
 * the candidacy that a human recognised: only one of the candidates can be.
 */
export function matchCandidacy(
  row: NamingRow,
  records: CandidacyRecords,
  chosenId?: string,
): CandidacyMatch {
  const candidates = candidatesOf(row, records);
  if (candidates === null) return { kind: 'new' };
  const chosen = candidates.find(({ id }) => id === chosenId);
  if (chosen) return { kind: 'found', candidacy: chosen, remarks: [] };
  if (chosenId !== undefined) return { kind: 'doubtful', reason: 'HOMONYME_POSSIBLE', candidates };
  const [first, ...others] = candidates;
  if (!first) return { kind: 'unknown' };
  const described = describedByControl(row);
  if (others.length === 0) return judge(described, first, records);
  const judged = candidates.map((candidacy) => judge(described, candidacy, records));
  if (judged.every(({ kind }) => kind === 'other-person')) return { kind: 'other-person' };
  const agreeing = judged.filter((match) => match.kind === 'found');
  const [only] = agreeing;
  if (only && agreeing.length === 1) return only;
  return { kind: 'doubtful', reason: 'HOMONYME_POSSIBLE', candidates };
}

/** True for a direct applicant the unit sends for the first time: `matchCandidacy` would answer `new`. */
export function isNewApplicant(row: NamingRow, records: CandidacyRecords): boolean {
  return candidatesOf(row, records) === null;
}

/** Null for a direct applicant the unit sends for the first time. */
function candidatesOf(row: NamingRow, records: CandidacyRecords): Candidacy[] | null {
  if (row.reference_orientation !== null) {
    const referrals = records.referralsByReference.get(row.reference_orientation) ?? [];
    return referrals.filter(isVisible).flatMap(({ id }) => records.byReferral.get(id) ?? []);
  }
  const known = records.byFileNumber.get(row.numero_dossier_unite);
  if (known) return [known];
  return row.origine_candidature === 'ML' ? [] : null;
}

function isVisible({ state }: Referral): boolean {
  return state !== 'draft';
}

function judge(
  described: Described,
  candidacy: Candidacy,
  records: CandidacyRecords,
): CandidacyMatch {
  const person = records.people.get(candidacy.personId);
  if (!person) return { kind: 'unknown' };
  const { presentOf, said } = records.identities;
  const judged = judgeKey(described, person, { presentOf, ...said.of(described, person.id) });
  switch (judged.kind) {
    case 'link':
      return { kind: 'found', candidacy, remarks: judged.remarks };
    case 'review':
      return { kind: 'doubtful', reason: judged.reason, candidates: [candidacy] };
    case 'said-different':
      return { kind: 'other-person' };
  }
}

/** True when the identity of a row alone would link it to this person, with nothing to say of it. */
export function isPlainlyOf(
  row: NamingRow,
  person: PersonRecord,
  records: CandidacyRecords,
): boolean {
  const { presentOf } = records.identities;
  const judged = judgeKey(describedByControl(row), person, { presentOf });
  return judged.kind === 'link' && judged.remarks.length === 0;
}
