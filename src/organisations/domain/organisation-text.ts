import {
  isSiret,
  isStructureCode,
  isTerritoryCode,
  isUnitCode,
  parseLocalDate,
  TERRITORIES,
  timeZoneOf,
  type FieldIssue,
  type LocalDate,
  type OrganisationKind,
} from '../../kernel/index.js';
import type { OrganisationField } from './organisation-changes.js';
import { SCHEMES, type RegisteredOrganisation, type Scheme } from './organisation.js';

/** An organisation as somebody typed it, in a form or in a cell; empty = none. */
export type OrganisationText = Readonly<Record<OrganisationField, string>>;

/** What a typed organisation says, or why it does not do: pointers are `/usualName`. */
export interface OrganisationReading {
  readonly values: Omit<RegisteredOrganisation, 'id' | 'version'> | null;
  readonly issues: readonly FieldIssue[];
}

export const ORGANISATION_KINDS = [
  'mission-locale',
  'unit',
  'national',
] as const satisfies readonly OrganisationKind[];

/** Clocks an organisation may live by: those of the territories, and two more of Polynesia and Wallis. */
export const TIME_ZONES: readonly string[] = [
  ...new Set(Object.values(TERRITORIES).map(({ timeZone }) => timeZone)),
  'Pacific/Marquesas',
  'Pacific/Wallis',
];

const NATIONAL_CODE = /^[A-Z][A-Z0-9-]{1,13}$/;
const DEPARTMENT = /^(?:\d{2}|2[AB]|9[78]\d)$/;
const EMAIL = /^[^\s@<>"(),:;[\]\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/;
const POSTAL_CODE = /^\d{5}$/;
/** Begins with nothing that a spreadsheet computes but the sign of a country, which the files guard. */
const PHONE = /^(?:0|\+\d)(?:[ .]?\d){5,14}$/;
const LONGEST_NAME = 120;
/** Begins with a letter or a figure: a spreadsheet then never takes it for a formula. */
const NAME = /^[\p{L}\p{N}][^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const FRENCH_DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/;

const SAID: Readonly<Record<OrganisationField, string>> = {
  code: 'Le code d’une mission locale s’écrit comme 97411S00, celui d’une unité comme RSMA-RE ou SMV-BREST, celui d’une instance nationale en majuscules.',
  kind: 'Choisissez la nature : mission locale, unité ou instance nationale.',
  scheme: 'Une unité relève du SMA ou du SMV ; une mission locale ne relève d’aucun des deux.',
  name: `Le nom officiel porte de 2 à ${LONGEST_NAME} caractères et commence par une lettre ou un chiffre.`,
  usualName: `Le nom d’usage porte de 2 à ${LONGEST_NAME} caractères et commence par une lettre ou un chiffre.`,
  territory: 'Choisissez un territoire de la liste.',
  timeZone: 'Choisissez un fuseau horaire de la liste.',
  department:
    'Le département s’écrit 01, 2A ou 974. Un tableur a pu ôter le zéro de tête : mettez la colonne au format texte.',
  siret: 'Le SIRET compte 14 chiffres, dont une clé : vérifiez-le.',
  street: `L’adresse porte ${LONGEST_NAME} caractères au plus et commence par une lettre ou un chiffre.`,
  postalCode:
    'Le code postal compte cinq chiffres. Un tableur a pu ôter le zéro de tête : mettez la colonne au format texte.',
  town: `La ville porte ${LONGEST_NAME} caractères au plus et commence par une lettre ou un chiffre.`,
  phone:
    'Le téléphone commence par 0 ou par +, par exemple 02 62 00 00 00 ou +687 00 00 00. Un tableur a pu ôter le zéro de tête : mettez la colonne au format texte.',
  serviceEmail: 'Cette adresse électronique n’est pas valable.',
  validFrom: 'Le premier jour doit être une date réelle, par exemple 2026-01-01 ou 01/01/2026.',
  validTo: 'Le dernier jour doit être une date réelle, le premier jour ou après lui.',
};

/** A day as it is written, or as a spreadsheet writes it again: `2026-01-31` or `31/01/2026`. */
export function readDay(text: string): LocalDate | undefined {
  const [, day, month, year] = FRENCH_DAY.exec(text) ?? [];
  return parseLocalDate(day === undefined ? text : `${year}-${month}-${day}`);
}

/**
 * Reads an organisation: the same rules for a form of the pages, a line of a file and the command
 * line.
 */
export function readOrganisation(typed: OrganisationText): OrganisationReading {
  const text = cleaned(typed);
  const { kind, territory } = text;
  const timeZone =
    text.timeZone === '' && isTerritoryCode(territory) ? timeZoneOf(territory) : text.timeZone;
  const validFrom = readDay(text.validFrom);
  const validTo = text.validTo === '' ? null : readDay(text.validTo);
  const wrong: Readonly<Record<OrganisationField, boolean>> = {
    kind: !isKind(kind),
    code: isKind(kind) && !isCodeOfKind(text.code, kind),
    scheme: isKind(kind) && !isSchemeOfKind(text.scheme, kind),
    name: !isName(text.name),
    usualName: !isName(text.usualName),
    territory: !isTerritoryCode(territory),
    timeZone: isTerritoryCode(territory) && !TIME_ZONES.includes(timeZone),
    department: text.department === '' ? kind !== 'national' : !DEPARTMENT.test(text.department),
    siret: text.siret !== '' && !isSiret(text.siret),
    street: text.street !== '' && !isName(text.street),
    postalCode: text.postalCode !== '' && !POSTAL_CODE.test(text.postalCode),
    town: text.town !== '' && !isName(text.town),
    phone: text.phone !== '' && !PHONE.test(text.phone),
    serviceEmail: text.serviceEmail !== '' && !EMAIL.test(text.serviceEmail),
    validFrom: validFrom === undefined,
    validTo:
      validTo === undefined || (validTo !== null && validFrom !== undefined && validTo < validFrom),
  };
  const issues = issuesOf(wrong);
  const isRead = isKind(kind) && isTerritoryCode(territory) && validFrom && validTo !== undefined;
  if (issues.length > 0 || !isRead) return { values: null, issues };
  const { code, name, usualName } = text;
  const optional = {
    scheme: isScheme(text.scheme) ? text.scheme : null,
    department: text.department || null,
    siret: text.siret || null,
    street: text.street || null,
    postalCode: text.postalCode || null,
    town: text.town || null,
    phone: text.phone || null,
    serviceEmail: text.serviceEmail || null,
  };
  const values = { code, kind, name, usualName, territory, timeZone, validFrom, validTo };
  return { values: { ...values, ...optional }, issues };
}

/** An organisation as it is typed: what `readOrganisation` reads again as the same. */
export function organisationText(organisation: RegisteredOrganisation): OrganisationText {
  const { code, kind, scheme, name, usualName, territory, timeZone } = organisation;
  const { department, siret, serviceEmail, validFrom, validTo } = organisation;
  const { street, postalCode, town, phone } = organisation;
  return {
    ...{ code, kind, scheme: scheme ?? '', name, usualName, territory, timeZone },
    ...{ department: department ?? '', siret: siret ?? '', serviceEmail: serviceEmail ?? '' },
    ...{ street: street ?? '', postalCode: postalCode ?? '', town: town ?? '', phone: phone ?? '' },
    ...{ validFrom, validTo: validTo ?? '' },
  };
}

function cleaned(typed: OrganisationText): OrganisationText {
  const text = (field: OrganisationField): string => typed[field].normalize('NFC').trim();
  return {
    ...{ code: text('code').toUpperCase(), kind: text('kind'), scheme: text('scheme') },
    ...{ name: text('name'), usualName: text('usualName'), territory: text('territory') },
    ...{ timeZone: text('timeZone'), department: text('department').toUpperCase() },
    siret: text('siret').replaceAll(/[\s.]/g, ''),
    ...{ street: text('street'), postalCode: text('postalCode'), town: text('town') },
    phone: text('phone'),
    serviceEmail: text('serviceEmail').toLowerCase(),
    ...{ validFrom: text('validFrom'), validTo: text('validTo') },
  };
}

function issuesOf(wrong: Readonly<Record<OrganisationField, boolean>>): FieldIssue[] {
  return (Object.keys(wrong) as OrganisationField[])
    .filter((field) => wrong[field])
    .map((field) => ({ pointer: `/${field}`, code: 'invalid', detail: SAID[field] }));
}

function isKind(text: string): text is OrganisationKind {
  return ORGANISATION_KINDS.some((kind) => kind === text);
}

function isScheme(text: string): text is Scheme {
  return SCHEMES.some((scheme) => scheme === text);
}

function isName(text: string): boolean {
  return text.length >= 2 && text.length <= LONGEST_NAME && NAME.test(text);
}

/** True for what a letter can be sent to: a postal code and a town, with a street or none. */
export function isAddress({
  street,
  postalCode,
  town,
}: Pick<OrganisationText, 'street' | 'postalCode' | 'town'>): boolean {
  return (street === '' || isName(street)) && POSTAL_CODE.test(postalCode) && isName(town);
}

function isCodeOfKind(code: string, kind: OrganisationKind): boolean {
  if (kind === 'mission-locale') return isStructureCode(code);
  return kind === 'unit' ? isUnitCode(code) : NATIONAL_CODE.test(code);
}

function isSchemeOfKind(scheme: string, kind: OrganisationKind): boolean {
  if (kind === 'unit') return isScheme(scheme);
  return scheme === '' || (kind === 'national' && isScheme(scheme));
}
