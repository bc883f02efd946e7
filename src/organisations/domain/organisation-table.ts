import type { OrganisationKind } from '../../kernel/index.js';
import { ORGANISATION_FIELDS, type OrganisationField } from './organisation-changes.js';
import { organisationText, readOrganisation, type OrganisationText } from './organisation-text.js';
import type { RegisteredOrganisation } from './organisation.js';
import type { ReferenceRow } from './reference-table.js';
import {
  namedLines,
  repeatedKeys,
  type NamedLine,
  type TableFault,
  type TableReading,
  type TableRecord,
} from './table-reading.js';

/** The column of each field in a file of organisations. */
const COLUMN_OF: Readonly<Record<OrganisationField, string>> = {
  code: 'code',
  kind: 'nature',
  scheme: 'dispositif',
  name: 'nom_officiel',
  usualName: 'nom_usage',
  territory: 'territoire',
  timeZone: 'fuseau_horaire',
  department: 'departement',
  siret: 'siret',
  street: 'adresse',
  postalCode: 'code_postal',
  town: 'ville',
  phone: 'telephone',
  serviceEmail: 'courriel_service',
  validFrom: 'premier_jour',
  validTo: 'dernier_jour',
};

/** The columns of a file of organisations, in order. */
export const ORGANISATION_COLUMNS = ORGANISATION_FIELDS.map((field) => COLUMN_OF[field]);

/** How a file names the kinds. */
const KIND_CODES: Readonly<Record<OrganisationKind, string>> = {
  'mission-locale': 'MISSION_LOCALE',
  unit: 'UNITE',
  national: 'NATIONALE',
};

/** An organisation as a row of its set: found by its code. */
export function organisationRow(organisation: RegisteredOrganisation): ReferenceRow {
  return rowOfText(organisationText(organisation));
}

/** The text of a row, as it is read. */
export function textOfRow({ key, values }: ReferenceRow): OrganisationText {
  const text = (field: OrganisationField): string => values[field] ?? '';
  return {
    ...{ code: key, kind: text('kind'), scheme: text('scheme'), name: text('name') },
    ...{ usualName: text('usualName'), territory: text('territory'), timeZone: text('timeZone') },
    ...{ department: text('department'), siret: text('siret') },
    ...{ street: text('street'), postalCode: text('postalCode'), town: text('town') },
    ...{ phone: text('phone'), serviceEmail: text('serviceEmail') },
    ...{ validFrom: text('validFrom'), validTo: text('validTo') },
  };
}

/** The cells of a row in a file. */
export function organisationCells(organisation: RegisteredOrganisation): readonly string[] {
  const text = { ...organisationText(organisation), kind: KIND_CODES[organisation.kind] };
  return ORGANISATION_FIELDS.map((field) => text[field]);
}

/** Reads a file of organisations. @param known whose kind and code never change */
export function readOrganisations(
  records: readonly TableRecord[],
  known: readonly RegisteredOrganisation[],
): TableReading {
  const { lines, faults } = namedLines(ORGANISATION_COLUMNS, records);
  const kinds = new Map(known.map(({ code, kind }) => [code, kind]));
  const read = lines.map((line) => readLine(line, kinds));
  const rows = read.flatMap(({ row, line }) => (row ? [{ row, line }] : []));
  const repeated = repeatedKeys(
    rows.map(({ row, line }) => ({ line, key: row.key })),
    COLUMN_OF.code,
  );
  return {
    rows: rows.map(({ row }) => row),
    faults: [...faults, ...read.flatMap((one) => one.faults), ...repeated],
  };
}

function readLine(
  { line, cells }: NamedLine,
  kinds: ReadonlyMap<string, OrganisationKind>,
): { line: number; row: ReferenceRow | null; faults: readonly TableFault[] } {
  const cell = (field: OrganisationField): string => cells[COLUMN_OF[field]] ?? '';
  const kind = Object.entries(KIND_CODES).find(([, code]) => code === cell('kind'))?.[0] ?? '';
  const typed = Object.fromEntries(ORGANISATION_FIELDS.map((field) => [field, cell(field)]));
  const { values, issues } = readOrganisation(textOfTyped(typed, kind));
  const faults = issues.map(({ pointer, detail }): TableFault => {
    const field = ORGANISATION_FIELDS.find((one) => pointer === `/${one}`);
    const said = field === 'kind' ? KINDS_SAID : detail;
    return { line, column: field ? COLUMN_OF[field] : null, said };
  });
  if (!values) return { line, row: null, faults };
  const before = kinds.get(values.code);
  if (before !== undefined && before !== values.kind) {
    const said = `La nature d’un organisme ne change pas : ${KIND_CODES[before]}.`;
    return { line, row: null, faults: [{ line, column: COLUMN_OF.kind, said }] };
  }
  const row = organisationRow({ ...values, id: '', version: 0 });
  return { line, row, faults };
}

const KINDS_SAID = `La nature vaut ${Object.values(KIND_CODES).join(', ')}.`;

function textOfTyped(typed: Readonly<Record<string, string>>, kind: string): OrganisationText {
  return { ...textOfRow({ key: typed['code'] ?? '', label: '', values: typed }), kind };
}

function rowOfText({ code, ...values }: OrganisationText): ReferenceRow {
  return { key: code, label: `${code} – ${values.usualName}`, values };
}
