import { attempt, formErrors, type FormErrors } from '../../../platform/pages/index.js';
import { AccountAlreadyExists } from '../../domain/errors.js';

/** What was made, or the sentence of each field that does not do. */
export type Creation<T> = { readonly made: T } | { readonly errors: FormErrors };

/**
 * Creates an account or a client. `fields` says which field an issue is about, `name` which one holds
 * the identifier that may be taken.
 */
export async function creationOf<T>(
  command: () => Promise<T>,
  fields: Readonly<Record<string, string>>,
  name: string,
): Promise<Creation<T>> {
  const all: T[] = [];
  const refusal = await attempt(async () => all.push(await command()));
  const [made] = all;
  if (made !== undefined) return { made };
  if (refusal?.kind === 'invalid') return { errors: formErrors(refusal.issues, fields) };
  return { errors: { [name]: new AccountAlreadyExists().message } };
}
