import { NO_ID } from '../../kernel/index.js';
import type { OrganisationDirectory } from './ports.js';

/** The id of the organisation that a filter names by its code; an unknown code filters everything out. */
export async function codeInFilter(
  directory: OrganisationDirectory,
  code: string,
): Promise<string> {
  return (await directory.byCode(code))?.id ?? NO_ID;
}
