import { judgeKey, type PersonRecord } from '../../../people/index.js';
import type { NamedReturn } from '../../../returns/index.js';
import type { RowFaultCode } from '../../catalogue/index.js';
import { describedByControl } from '../control-identity.js';
import type { Reply } from './decide-reply.js';
import type { ReplyRecords } from './reply-records.js';

/** Which return a row speaks of (exchange.md 7.f, levels 1 and 3, then the cross-check). */
export type ReplyMatch =
  | {
      readonly kind: 'found';
      readonly named: NamedReturn;
      readonly remarks: readonly RowFaultCode[];
    }
  | { readonly kind: 'unknown' }
  /** Candidates are files of the unit: what a human compares. */
  | { readonly kind: 'doubtful'; readonly reason: RowFaultCode; readonly candidateIds: string[] }
  /** A human has said that this identity is not that of the file: it is not asked again (V6). */
  | { readonly kind: 'other-person' };

/** The key first, then always the identity: a key alone never links. A return of others is unknown. */
export function matchReply(reply: Reply, records: ReplyRecords): ReplyMatch {
  const { row, chosenId } = reply;
  const named = records.returnOf(row);
  const person = named && records.people.get(named.personId);
  if (!named || !person) return { kind: 'unknown' };
  if (chosenId === named.candidacyId) return { kind: 'found', named, remarks: [] };
  const candidateIds = [named.candidacyId];
  if (chosenId !== undefined)
    return { kind: 'doubtful', reason: 'HOMONYME_POSSIBLE', candidateIds };
  return judge(reply, named, person, records);
}

function judge(
  { row }: Reply,
  named: NamedReturn,
  person: PersonRecord,
  { identities: { presentOf, said } }: ReplyRecords,
): ReplyMatch {
  const described = describedByControl(row);
  const judged = judgeKey(described, person, { presentOf, ...said.of(described, person.id) });
  switch (judged.kind) {
    case 'link':
      return { kind: 'found', named, remarks: judged.remarks };
    case 'review':
      return { kind: 'doubtful', reason: judged.reason, candidateIds: [named.candidacyId] };
    case 'said-different':
      return { kind: 'other-person' };
  }
}
