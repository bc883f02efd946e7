import type { Actor, AuditEntry, OrganisationScope } from '../../kernel/index.js';
import { auditRow } from './audit-row.js';

const UNIT: OrganisationScope = { id: 'unit-id', code: 'RSMA-RE', kind: 'unit' };

function entryOf(actor: Actor): AuditEntry {
  return {
    actor,
    command: 'candidacy.decide',
    resource: { type: 'candidacy', id: 'candidacy-id' },
    organisationId: 'unit-id',
    effectiveOn: null,
    result: 'done',
  };
}

describe('A line of the journal', () => {
  it('tells the file and the line for a row of an exchange file, on behalf of its emitter', () => {
    const row = auditRow(
      entryOf({
        type: 'file',
        id: 'file-id',
        scopes: [],
        organisation: UNIT,
        channel: { kind: 'file', fileId: 'file-id', line: 12 },
        correlationId: 'c-1',
      }),
    );
    expect(row).toMatchObject({
      actor_type: 'file',
      acting_role: 'unit-file',
      on_behalf_of: 'unit-id',
      channel: 'file',
      file_id: 'file-id',
      file_line: 12,
    });
  });

  it('tells the role of a person, who acts on behalf of nobody else', () => {
    const row = auditRow(
      entryOf({
        type: 'person',
        id: 'person-id',
        role: 'recruiter',
        organisation: UNIT,
        channel: { kind: 'page' },
        correlationId: 'c-2',
      }),
    );
    expect(row).toMatchObject({
      actor_id: 'person-id',
      acting_role: 'recruiter',
      on_behalf_of: null,
      channel: 'page',
      file_id: null,
      file_line: null,
      detail: null,
      correlation_id: 'c-2',
    });
  });

  it('tells the organisation of a machine', () => {
    const row = auditRow(
      entryOf({
        type: 'machine',
        id: 'machine-id',
        clientId: 'demo-rsma-re',
        scopes: ['candidacies:write'],
        organisation: UNIT,
        channel: { kind: 'api' },
        correlationId: 'c-3',
      }),
    );
    expect(row).toMatchObject({ acting_role: 'unit-machine', on_behalf_of: 'unit-id' });
  });
});
