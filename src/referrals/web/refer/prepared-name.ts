import { listedName, readFirstNames } from '../../../people/index.js';
import { FormValues } from '../../../platform/pages/index.js';
import type { Preparation } from '../../domain/preparation.js';

/** Who a draft is about, as far as it was typed. */
export function preparedName(typed: Preparation['typed']): string {
  const form = new FormValues(typed);
  const name = listedName({
    birthName: form.text('nom'),
    firstNames: readFirstNames(form.text('prenoms')),
  });
  return name === '' ? 'Jeune sans nom' : name;
}
