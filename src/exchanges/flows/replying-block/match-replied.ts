import { judgeKey } from '../../../people/index.js';
import type { RowFaultCode } from '../../catalogue/index.js';
import type { CheckedRow, RowFate } from '../../use-cases/flow-ports.js';
import { describedByControl } from '../control-identity.js';
import type { RowFates, RowRefusal } from '../row-fates.js';
import type { ReplyingRow } from './columns.js';
import type { NamedByExit, RepliedRecords, RowOnExit } from './replied-records.js';

/** What a row answers to, or what becomes of a row that answers to nothing on file. */
export type RepliedMatch<Named> =
  { readonly named: Named; readonly remarks: readonly RowFaultCode[] } | { readonly fate: RowFate };

/** A row whose record is looked for. */
export type RepliedRow = CheckedRow & { readonly row: ReplyingRow & RowOnExit['row'] };

/**
 * The key first, then always the identity: a key alone never links, and what is another's is unknown
 * (exchange.md 7.f, levels 1 and 3, then the cross-check). Whom a human compares are files of the unit.
 */
export function matchReplied<Named extends NamedByExit>(
  said: RepliedRow,
  { of: namedBy, people, identities: { presentOf, said: before } }: RepliedRecords<Named>,
  fates: RowFates,
  unknown: RowRefusal,
): RepliedMatch<Named> {
  const { row, chosenId } = said;
  const named = namedBy(row);
  const person = named && people.get(named.personId);
  if (!named || !person) return { fate: fates.refused(said, unknown) };
  const candidates = [named.candidacyId];
  if (chosenId === named.candidacyId) return { named, remarks: [] };
  if (chosenId !== undefined) {
    return { fate: fates.inReview(said, 'HOMONYME_POSSIBLE', candidates) };
  }
  const described = describedByControl(row);
  const judged = judgeKey(described, person, { presentOf, ...before.of(described, person.id) });
  switch (judged.kind) {
    case 'link':
      return { named, remarks: judged.remarks };
    case 'review':
      return { fate: fates.inReview(said, judged.reason, candidates) };
    case 'said-different':
      return { fate: fates.otherPerson(said) };
  }
}
