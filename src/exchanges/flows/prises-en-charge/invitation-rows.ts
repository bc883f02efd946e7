import type { DirectApplicant } from '../../../direct-applicants/index.js';
import type { Organisation, OrganisationDirectory } from '../../../organisations/index.js';
import type { DeliverableRow } from '../../use-cases/flow-ports.js';
import type { ChangedRecord } from '../../use-cases/mailbox-ports.js';
import type { PRISES_EN_CHARGE } from './flow.js';
import { rowOfInvitation } from './row-of-invitation.js';

type Row = DeliverableRow<typeof PRISES_EN_CHARGE>;

/** What the missions locales said of the direct applicants of a unit, as it is now. */
export async function invitationRows(
  changed: readonly ChangedRecord[],
  found: readonly DirectApplicant[],
  unit: Organisation,
  organisations: OrganisationDirectory,
): Promise<Row[]> {
  const byId = new Map(found.map((one) => [one.id, one]));
  const rows: Row[] = [];
  for (const { id, edition, told } of changed) {
    const applicant = byId.get(id);
    const from = await organisations.byId(applicant?.missionLocaleId ?? '');
    if (!applicant || !from) continue;
    const codes = { unitCode: unit.code, missionLocaleCode: from.code };
    const row = rowOfInvitation(applicant, codes);
    if (row) rows.push({ resourceId: id, edition, emitterId: from.id, told, row });
  }
  return rows;
}
