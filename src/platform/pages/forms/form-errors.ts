import type { FieldIssue } from '../../../kernel/index.js';

/** The sentence of each field that does not do; the empty name is the form as a whole. */
export type FormErrors = Readonly<Record<string, string>>;

/**
 * Puts the issues of a command on the fields of a form. `names` says which field an issue's pointer
 * (RFC 6901) is about; an issue of no field goes to the top. One sentence per field: the first.
 */
export function formErrors(
  issues: readonly FieldIssue[],
  names: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>> = {},
): FormErrors {
  const errors: Record<string, string> = {};
  for (const { pointer, code, detail } of issues) {
    const name = names[pointer] ?? names[parentOf(pointer)] ?? '';
    errors[name] ??= words[`${name} ${code}`] ?? words[name] ?? detail;
  }
  return errors;
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}
