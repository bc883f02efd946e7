import { checkTraits, type IdentityCheck, type IdentityGap } from './identity-check.js';
import type { PersonDetails } from './person-record.js';
import {
  haveOtherSexes,
  vetoesBetween,
  type Described,
  type PairContext,
  type Veto,
} from './vetoes.js';

/** Why only a human may say who a described young person is (exchange.md 6.6). */
export type IdentityDoubt =
  | Exclude<IdentityGap, 'NOM_PRENOM_INVERSES' | 'DATE_NAISSANCE_PARTIELLE'>
  /** More people share the traits than a human can compare (exchange.md 7.f, cap of blocking). */
  | 'TROP_DE_CANDIDATS';

/** What a key that points to a person is worth, once the two identities are compared. */
export type KeyJudgement =
  | { readonly kind: 'link'; readonly remarks: readonly IdentityGap[] }
  | { readonly kind: 'review'; readonly reason: IdentityDoubt }
  /** A human has said that this identity is not that of the person (V6). */
  | { readonly kind: 'said-different' };

/** What the caller knows of the pair, apart from the traits. */
export interface KeyContext extends PairContext {
  /** A human once said that this very identity is this person's: it is not asked again. */
  readonly isSaidSame?: boolean;
}

/** The reason a reviewer reads for each veto. */
const REASON_OF: Readonly<Record<Exclude<Veto, 'said-different'>, IdentityDoubt>> = {
  twins: 'JUMEAUX_POSSIBLES',
  'sex-differs': 'SEXE_ECART',
  'imilo-ids-differ': 'IDENTITE_INCOHERENTE',
  'already-linked': 'HOMONYME_POSSIBLE',
  'birth-years-differ': 'IDENTITE_ECART',
};

/**
 * Judges a person found by reference, i-milo number or unit file number (exchange.md 7.f, levels 1 to
 * 3): from 6 the identities agree, from 0 they agree with a gap, below a human looks; a veto calls for
 * a human whatever the weight. What a human said of this pair stands until it is withdrawn.
 */
export function judgeKey(
  described: Described,
  person: Described,
  context: KeyContext,
): KeyJudgement {
  if (context.isSaidDifferent) return { kind: 'said-different' };
  const check = checkOf(described, person);
  const remarks = [...check.gaps, ...sexRemark(described, person)];
  if (context.isSaidSame) return { kind: 'link', remarks: remarks.filter(isMereRemark) };
  const reason = doubtOf(check) ?? vetoReason(described, person, context);
  return reason ? { kind: 'review', reason } : { kind: 'link', remarks };
}

/** Why a cross-check alone does not link; null when it does. */
export function doubtOf({
  verdict,
  gaps,
}: Pick<IdentityCheck, 'verdict' | 'gaps'>): IdentityDoubt | null {
  if (gaps.includes('JUMEAUX_POSSIBLES')) return 'JUMEAUX_POSSIBLES';
  return verdict === 'incoherent' ? 'IDENTITE_INCOHERENTE' : null;
}

/** The cross-check of two descriptions; a unit's row has three traits only, and that is enough. */
export function checkOf(
  { identity: one }: Described,
  { identity: other }: Described,
): IdentityCheck {
  return checkTraits(one, other);
}

/** The three traits of a unit's row, as a description of which nothing more is known. */
export function describedBy(
  control: { birthName: string; firstName1: string } & Pick<PersonDetails['identity'], 'birthDate'>,
  imiloId: string | null = null,
): Described {
  const { birthName, firstName1, birthDate } = control;
  const identity = {
    birthName,
    usageName: null,
    firstNames: [firstName1],
    sex: null,
    birthDate,
    birthPlaceCode: null,
    birthPlaceLabel: null,
  };
  return { imiloId, identity };
}

function vetoReason(
  described: Described,
  person: Described,
  context: PairContext,
): IdentityDoubt | null {
  for (const veto of vetoesBetween(described, person, context)) {
    if (veto !== 'said-different') return REASON_OF[veto];
  }
  return null;
}

/** Two sexes for a first name borne by both: accepted, and said. */
function sexRemark({ identity: one }: Described, { identity: other }: Described): IdentityGap[] {
  return haveOtherSexes(one.sex, other.sex) ? ['SEXE_ECART'] : [];
}

/** What a human has settled is not held against the row any more. */
function isMereRemark(gap: IdentityGap): boolean {
  return gap === 'NOM_PRENOM_INVERSES' || gap === 'DATE_NAISSANCE_PARTIELLE';
}
