import {
  parseLocalDate,
  type FieldIssue,
  type Instant,
  type LocalDate,
} from '../../kernel/index.js';
import { ageIssues } from './age.rules.js';
import type { ContactDetails, KnownIdentity, PersonDetails } from './person-record.js';

/** What the mission locale may correct; the number of the file is not one of them, it never changes. */
export const CORRECTABLE = [
  ...(['birthName', 'usageName', 'firstNames', 'sex', 'birthDate', 'birthPlaceCode'] as const),
  ...(['phone', 'email', 'street', 'addressComplement', 'postalCode', 'communeCode'] as const),
] as const;
export type CorrectableField = (typeof CORRECTABLE)[number];

/** What follows by itself from what is corrected, and is kept in the history with it. */
const FOLLOWING = ['birthPlaceLabel', 'priorityDistrict'] as const;
const RECORDED = [...CORRECTABLE, ...FOLLOWING] as const;
export type CorrectedField = (typeof RECORDED)[number];

type PersonValues = KnownIdentity & ContactDetails;

/** What is said anew; what is left out stays as it is, `null` empties what may be unknown. */
export type AskedCorrection = {
  readonly [F in CorrectableField]?: PersonValues[F] | null | undefined;
};

/** One field before and after, as a text. */
export interface FieldChange {
  readonly field: CorrectedField;
  readonly before: string | null;
  readonly after: string | null;
}

/** A correction of a young person, as the history tells it. */
export interface PersonCorrection {
  readonly correctedAt: Instant;
  readonly role: string;
  readonly channel: string;
  readonly changes: readonly FieldChange[];
}

/** What a correction makes of a young person, or what is wrong with it. */
export type CorrectionDecision =
  | { readonly kind: 'invalid'; readonly issues: readonly FieldIssue[] }
  | {
      readonly kind: 'corrected';
      readonly details: PersonDetails;
      /** Empty when everything was so already. */
      readonly changes: readonly FieldChange[];
    };

/** What the decision is made with. */
export interface CorrectionContext {
  readonly today: LocalDate;
  /** True for a commune, present or former, and for a country. */
  readonly isPlace: (code: string) => boolean;
}

/** Never unknown on the file of somebody: they cannot be emptied. */
const NEVER_EMPTY = [
  ...(['birthName', 'firstNames', 'sex', 'birthDate', 'birthPlaceCode'] as const),
  ...(['postalCode', 'communeCode'] as const),
] as const;

/** Pure: what becomes of a young person; only what changes is judged, what is on file stays as it came. */
export function decideCorrection(
  person: PersonDetails,
  asked: AskedCorrection,
  context: CorrectionContext,
): CorrectionDecision {
  const before = valuesOf(person);
  const said = Object.fromEntries(
    CORRECTABLE.flatMap((field) =>
      asked[field] === undefined || isSame(asked[field], before[field])
        ? []
        : [[field, asked[field]]],
    ),
  ) as AskedCorrection;
  const issues = issuesOf(said, context);
  if (issues.length > 0) return { kind: 'invalid', issues };
  const after = { ...before, ...said, ...following(said) } as PersonValues;
  const changes = RECORDED.flatMap((field) =>
    isSame(before[field], after[field])
      ? []
      : [{ field, before: textOf(before[field]), after: textOf(after[field]) }],
  );
  return { kind: 'corrected', details: detailsOf(person, after), changes };
}

/** The name of a place goes with its code, the priority district with the address. */
function following(said: AskedCorrection): Partial<PersonValues> {
  const hasMoved = ['street', 'postalCode', 'communeCode'].some((field) => field in said);
  return {
    ...('birthPlaceCode' in said ? { birthPlaceLabel: null } : {}),
    ...(hasMoved ? { priorityDistrict: null } : {}),
  };
}

function issuesOf(said: AskedCorrection, { today, isPlace }: CorrectionContext): FieldIssue[] {
  const emptied = NEVER_EMPTY.filter((field) => field in said && isEmpty(said[field]));
  const born = said.birthDate ? parseLocalDate(said.birthDate) : undefined;
  const places = (['birthPlaceCode', 'communeCode'] as const).filter((field) => {
    const code = said[field];
    return typeof code === 'string' && code !== '' && !isPlace(code);
  });
  return [
    ...emptied.map((field) => issue(field, 'required', 'Ce champ est obligatoire.')),
    ...places.map((field) => issue(field, 'CODE_COMMUNE_INCONNU', UNKNOWN_PLACE)),
    ...(born ? ageIssues(born, today, '/birthDate') : []),
  ];
}

const UNKNOWN_PLACE =
  'Ce code n’est celui d’aucune commune ni d’aucun pays. Indiquez le code INSEE, qui n’est pas le code postal.';

/** Pointers are those of the body of the API. */
const POINTERS: Partial<Record<CorrectableField, string>> = {
  street: '/address/street',
  addressComplement: '/address/complement',
  postalCode: '/address/postalCode',
  communeCode: '/address/communeCode',
};

function issue(field: CorrectableField, code: string, detail: string): FieldIssue {
  return { pointer: POINTERS[field] ?? `/${field}`, code, detail };
}

function valuesOf({ identity, contact }: PersonDetails): PersonValues {
  return { ...identity, ...contact };
}

function detailsOf({ imiloId }: PersonDetails, values: PersonValues): PersonDetails {
  const { birthName, usageName, firstNames, sex, birthDate, birthPlaceCode } = values;
  const { phone, email, street, addressComplement, postalCode, communeCode } = values;
  const { birthPlaceLabel, priorityDistrict } = values;
  return {
    imiloId,
    identity: {
      ...{ birthName, usageName, firstNames, sex, birthDate, birthPlaceCode },
      birthPlaceLabel,
    },
    contact: {
      ...{ phone, email, street, addressComplement, postalCode, communeCode },
      priorityDistrict,
    },
  };
}

type Value = string | readonly string[] | null | undefined;

function isSame(one: Value, other: Value): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function isEmpty(value: Value): boolean {
  return value === null || value === undefined || value.length === 0;
}

function textOf(value: Value): string | null {
  return typeof value === 'string' || value === null || value === undefined
    ? (value ?? null)
    : value.join(', ');
}
