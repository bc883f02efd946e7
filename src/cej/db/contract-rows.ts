import type { LocalDate } from '../../kernel/index.js';
import type { ContractEndReason, ContractScheme, ExtensionMotive } from '../domain/code-lists.js';
import type { Contract, ContractState } from '../domain/contract.js';

/** A row of `app.cej_contract` as read. */
export type ContractRow = {
  id: string;
  ml_id: string;
  person_id: string;
  referral_id: string | null;
  scheme: ContractScheme;
  state: ContractState;
  starts_on: LocalDate;
  planned_end_on: LocalDate;
  extended_until: LocalDate | null;
  ended_on: LocalDate | null;
  confirmed_until: LocalDate | null;
  confirmed_on: LocalDate | null;
  is_kept: boolean;
  as_of_on: LocalDate | null;
  as_of_sequence: number | null;
  as_of_line: number | null;
  version: number;
};

/** What is the mission locale's alone, in a table that no unit reads. */
export type MotiveRow = {
  extension_motive: ExtensionMotive | null;
  end_reason: ContractEndReason | null;
  confirmed_by: string | null;
};

/** What changes in the life of a contract. */
export const CHANGING_COLUMNS = {
  referral_id: 'uuid',
  state: 'text',
  starts_on: 'date',
  planned_end_on: 'date',
  extended_until: 'date',
  ended_on: 'date',
  confirmed_until: 'date',
  confirmed_on: 'date',
  is_kept: 'boolean',
  as_of_on: 'date',
  as_of_sequence: 'int',
  as_of_line: 'int',
  version: 'int',
} as const;

export const CONTRACT_COLUMNS = {
  id: 'uuid',
  ml_id: 'uuid',
  person_id: 'uuid',
  scheme: 'text',
  ...CHANGING_COLUMNS,
} as const;

/** The columns of the table apart. */
export const MOTIVE_COLUMNS = {
  contract_id: 'uuid',
  ml_id: 'uuid',
  extension_motive: 'text',
  end_reason: 'text',
  confirmed_by: 'text',
} as const;

/** The columns to read, of the alias `t`. */
export const SELECTED = Object.keys(CONTRACT_COLUMNS)
  .map((name) => `t.${name}`)
  .join(', ');

/** The columns to read besides, of the alias `m`, under the scope of the mission locale. */
export const MOTIVES = 'm.extension_motive, m.end_reason, m.confirmed_by';

/** Joins them. */
export const WITH_MOTIVES =
  'left join app.cej_contract_motive m on m.ml_id = t.ml_id and m.contract_id = t.id';

/** The row of a contract. */
export function toRow(contract: Contract): ContractRow {
  const { extension, end, confirmation, asOf } = contract;
  return {
    id: contract.id,
    ml_id: contract.missionLocaleId,
    person_id: contract.personId,
    referral_id: contract.referralId,
    scheme: contract.scheme,
    state: contract.state,
    starts_on: contract.startsOn,
    planned_end_on: contract.plannedEndOn,
    extended_until: extension?.until ?? null,
    ended_on: end?.endedOn ?? null,
    confirmed_until: confirmation?.until ?? null,
    confirmed_on: confirmation?.confirmedOn ?? null,
    is_kept: contract.isKept,
    as_of_on: asOf?.on ?? null,
    as_of_sequence: asOf?.sequence ?? null,
    as_of_line: asOf?.line ?? null,
    version: contract.version,
  };
}

/** The row of what is the mission locale's alone; nothing when there is nothing to keep. */
export function toMotiveRow(
  contract: Contract,
): MotiveRow & { contract_id: string; ml_id: string } {
  return {
    contract_id: contract.id,
    ml_id: contract.missionLocaleId,
    extension_motive: contract.extension?.motive ?? null,
    end_reason: contract.end?.reason ?? null,
    confirmed_by: contract.confirmation?.by ?? null,
  };
}

/** The contract of a row, with what the reader may know of its motives. */
export function toContract(row: ContractRow & Partial<MotiveRow>): Contract {
  return {
    id: row.id,
    missionLocaleId: row.ml_id,
    personId: row.person_id,
    referralId: row.referral_id,
    scheme: row.scheme,
    state: row.state,
    startsOn: row.starts_on,
    plannedEndOn: row.planned_end_on,
    extension: row.extended_until && {
      until: row.extended_until,
      motive: row.extension_motive ?? null,
    },
    confirmation: confirmationOf(row),
    end: row.ended_on && { endedOn: row.ended_on, reason: row.end_reason ?? null },
    isKept: row.is_kept,
    asOf: row.as_of_on && {
      on: row.as_of_on,
      sequence: row.as_of_sequence ?? 0,
      line: row.as_of_line ?? 0,
    },
    version: row.version,
  };
}

function confirmationOf(row: ContractRow & Partial<MotiveRow>): Contract['confirmation'] {
  const { confirmed_until: until, confirmed_on: confirmedOn, confirmed_by: by = null } = row;
  return until && confirmedOn && { until, confirmedOn, by };
}
