import type { Actor, AuditEntry, AuditReading } from '../../kernel/index.js';
import type { ContractSummary } from './ports.js';

/** The line that a list, or its export, leaves in the audit: who, and how many contracts (PRV-14). */
export function listRead(
  actor: Actor,
  items: readonly ContractSummary[],
  command: 'cej-contract.list' | 'cej-contract.export',
): AuditEntry {
  return { ...read(actor, items), command, detail: `${items.length}` };
}

/** The line of one contract that was opened. */
export function fileRead(actor: Actor, item: ContractSummary): AuditEntry {
  const resource = { type: 'cej-contract', id: item.contract.id };
  return { ...read(actor, [item]), command: 'cej-contract.read', resource };
}

function read(actor: Actor, items: readonly ContractSummary[]): Omit<AuditReading, 'command'> {
  return {
    actor,
    resource: { type: 'cej-contract', id: 'list' },
    organisationId: actor.organisation?.id ?? '',
    effectiveOn: null,
    result: 'read',
    people: items.map(({ contract }) => contract.personId),
  };
}
