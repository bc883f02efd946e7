import type { LocalDate } from '../time/local-date.js';

/**
 * One value of a dated code list. Values are retired and replaced, never deleted (contract.md 4):
 * a file of last year must still be readable.
 */
export interface CodeValue<Code extends string = string> {
  readonly code: Code;
  /** What a French-speaking person reads. */
  readonly label: string;
  /** First day on which the code may be used; absent = always could. */
  readonly validFrom?: LocalDate;
  /** Last day on which the code may be used; absent = still in force. */
  readonly validTo?: LocalDate;
  /** The code to use instead, once retired. */
  readonly replacedBy?: Code;
}

/** A named, closed and dated list of codes, with its French labels. */
export interface CodeList<Code extends string = string> {
  readonly name: string;
  readonly about: string;
  readonly values: readonly CodeValue<Code>[];
}

/** What a code is worth on a given day. */
export type CodeStanding =
  | { readonly standing: 'current' }
  | { readonly standing: 'retired'; readonly replacedBy?: string }
  | { readonly standing: 'unknown' };

/** Builds a list from `{ CODE: 'Libellé' }`, all values current. */
export function codeList<const Labels extends Record<string, string>>(
  name: string,
  about: string,
  labels: Labels,
): CodeList<Extract<keyof Labels, string>> {
  const entries = Object.entries(labels) as [Extract<keyof Labels, string>, string][];
  return { name, about, values: entries.map(([code, label]) => ({ code, label })) };
}

/** The codes of a list, in the order of their declaration. */
export function codesOf<Code extends string>(list: CodeList<Code>): readonly Code[] {
  return list.values.map((value) => value.code);
}

/** Tells whether `code` is in `list` and in force on `on`. */
export function standingOf(list: CodeList, code: string, on: LocalDate): CodeStanding {
  const value = list.values.find((candidate) => candidate.code === code);
  if (!value || (value.validFrom && on < value.validFrom)) return { standing: 'unknown' };
  if (value.validTo && on > value.validTo) {
    return value.replacedBy
      ? { standing: 'retired', replacedBy: value.replacedBy }
      : { standing: 'retired' };
  }
  return { standing: 'current' };
}

/** True when `code` is one of the codes of `list`, whatever the day. */
export function isCodeOf<Code extends string>(list: CodeList<Code>, code: string): code is Code {
  return list.values.some((value) => value.code === code);
}

/** The French label of a code; the code itself when the list does not know it. */
export function labelOf(list: CodeList, code: string): string {
  return list.values.find((value) => value.code === code)?.label ?? code;
}
