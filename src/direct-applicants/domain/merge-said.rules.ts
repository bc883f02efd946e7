import type { FieldIssue } from '../../kernel/index.js';
import type {
  Agreement,
  DirectApplicant,
  DirectIdentity,
  SaidApplicant,
} from './direct-applicant.js';

/** The parts of an identity as somebody says them: what is left out stays, `null` empties. */
export type SaidIdentity = {
  readonly [F in keyof DirectIdentity]?: DirectIdentity[F] | null | undefined;
};

type Facts = Omit<SaidApplicant, 'agreement'>;

/** What somebody says of an applicant: what is left out stays as it is on file. */
export type SaidAnew = { readonly [F in keyof Facts]?: Facts[F] | null | undefined } & {
  /** `null`: the agreement is taken back, and the identity goes with it. */
  readonly agreedOn?: Agreement['agreedOn'] | null | undefined;
  readonly identity?: SaidIdentity | null | undefined;
};

/** What was known and what is said come together to, or what is wrong with it. */
export type MergedAgreement =
  | { readonly isRight: true; readonly agreement: Agreement | null }
  | { readonly isRight: false; readonly issues: readonly FieldIssue[] };

/** What an applicant is once something is said anew, or what is wrong with it. */
export type MergedSaid =
  | { readonly isRight: true; readonly said: SaidApplicant }
  | { readonly isRight: false; readonly issues: readonly FieldIssue[] };

/** Never unknown of an applicant, whoever it is. */
const FACTS = ['residenceCode', 'ageBand', 'decidedOn', 'invitedOn', 'outcome'] as const;

/** Never unknown of who is named: they cannot be emptied. */
const NEVER_EMPTY = ['birthName', 'firstNames', 'sex', 'birthDate', 'postalCode'] as const;

const NOTHING_KNOWN: SaidIdentity = {
  ...{ usageName: null, sex: null, birthPlaceCode: null, birthPlaceLabel: null, street: null },
  ...{ addressComplement: null, postalCode: null, phone: null, email: null },
  ...{ priorityDistrict: null, assessedLevel: null },
};

/** Pure: what is said of an applicant together with what was known. */
export function mergeSaid(known: DirectApplicant, said: SaidAnew): MergedSaid {
  const emptied = FACTS.filter((fact) => said[fact] === null).map((fact) => emptyIssue(`/${fact}`));
  const residenceCode = said.residenceCode ?? known.residenceCode;
  const hasMoved = residenceCode !== known.residenceCode;
  const merged = mergeAgreement(known.agreement, said, hasMoved);
  if (!merged.isRight) return { isRight: false, issues: [...emptied, ...merged.issues] };
  if (emptied.length > 0) return { isRight: false, issues: emptied };
  return {
    isRight: true,
    said: {
      residenceCode,
      ageBand: said.ageBand ?? known.ageBand,
      decidedOn: said.decidedOn ?? known.decidedOn,
      invitedOn: said.invitedOn ?? known.invitedOn,
      outcome: said.outcome ?? known.outcome,
      agreement: merged.agreement,
    },
  };
}

/**
 * Pure: the agreement as it stands once something is said of it. An identity without agreement is refused
 * and goes no further (exchange.md 7.a, DIR: `IDENTITE_SANS_ACCORD`); an agreement names somebody.
 */
export function mergeAgreement(
  known: Agreement | null,
  { agreedOn: saidOn, identity: said }: Pick<SaidAnew, 'agreedOn' | 'identity'>,
  hasMoved: boolean,
): MergedAgreement {
  const agreedOn = saidOn === undefined && said !== null ? (known?.agreedOn ?? null) : saidOn;
  if (!agreedOn) return said ? wrong('IDENTITE_SANS_ACCORD', WITHOUT) : right(null);
  if (said === null || (!said && !known)) return wrong('VALEUR_OBLIGATOIRE', NAMELESS);
  const heard = keptOf(said ?? {});
  const identity = {
    ...NOTHING_KNOWN,
    ...known?.identity,
    ...following(known, heard, hasMoved),
    ...heard,
  };
  const missing = NEVER_EMPTY.filter(
    (part) => isEmpty(identity[part]) && (!known || part in heard),
  );
  if (missing.length > 0) {
    const issues = missing.map((part) => emptyIssue(`/youngPerson/${part}`));
    return { isRight: false, issues };
  }
  return right({ agreedOn, identity: identity as DirectIdentity });
}

function keptOf(said: SaidIdentity): SaidIdentity {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The name of a place goes with its code, the priority district with the address. */
function following(known: Agreement | null, said: SaidIdentity, hasMoved: boolean): SaidIdentity {
  const isOther = (part: keyof DirectIdentity) =>
    part in said && said[part] !== known?.identity[part];
  return {
    ...(isOther('birthPlaceCode') ? { birthPlaceLabel: null } : {}),
    ...(hasMoved || isOther('street') || isOther('postalCode') ? { priorityDistrict: null } : {}),
  };
}

function isEmpty(value: SaidIdentity[keyof DirectIdentity]): boolean {
  return value === undefined || value === null || value.length === 0;
}

function right(agreement: Agreement | null): MergedAgreement {
  return { isRight: true, agreement };
}

function wrong(code: string, detail: string): MergedAgreement {
  return { isRight: false, issues: [{ pointer: '/youngPerson', code, detail }] };
}

function emptyIssue(pointer: string): FieldIssue {
  return { pointer, code: 'required', detail: 'Ce champ est obligatoire.' };
}

const NAMELESS = 'Un accord se donne avec l’identité de la personne.';
const WITHOUT = 'Sans accord daté de la personne, son identité ne se transmet pas : retirez-la.';
