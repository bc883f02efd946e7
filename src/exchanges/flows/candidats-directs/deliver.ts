import { Injectable } from '@nestjs/common';
import { DirectApplicants } from '../../../direct-applicants/index.js';
import { addMillis, Clock } from '../../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../../organisations/index.js';
import { FlowDelivery, type DeliverableRow } from '../../use-cases/flow-ports.js';
import { ChangedRecords, SETTLED_AFTER } from '../../use-cases/mailbox-ports.js';
import type { CANDIDATS_DIRECTS } from './flow.js';
import { rowOfApplicant, rowOfRetraction } from './row-of-applicant.js';

type Row = DeliverableRow<typeof CANDIDATS_DIRECTS>;

/**
 * DIR to a mission locale: those who agreed to be named to it, as their units know them now; and those of
 * whom a file told it and who are no longer its to know, by their number alone.
 */
@Injectable()
export class DeliverCandidatsDirects extends FlowDelivery<typeof CANDIDATS_DIRECTS> {
  constructor(
    private readonly changed: ChangedRecords,
    private readonly applicants: DirectApplicants,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async changedFor(
    missionLocale: Organisation,
    noticeFileId: string | null,
  ): Promise<Row[]> {
    const settledSince = addMillis(this.clock.now(), -SETTLED_AFTER);
    const changed = await this.changed.applicantsTo(missionLocale.id, settledSince, noticeFileId);
    const found = await this.applicants.byIds(changed.map(({ id }) => id));
    const byId = new Map(found.map((one) => [one.id, one]));
    const rows: Row[] = [];
    for (const { id, edition, told } of changed) {
      const applicant = byId.get(id);
      const unit = applicant && (await this.organisations.byId(applicant.unitId));
      if (!applicant || !unit) continue;
      const codes = { unitCode: unit.code, missionLocaleCode: missionLocale.code };
      const row = rowOfApplicant(applicant, codes);
      if (row) rows.push({ resourceId: id, edition, emitterId: unit.id, told, row });
    }
    return [...rows, ...(await this.retractedFrom(missionLocale))];
  }

  private async retractedFrom(missionLocale: Organisation): Promise<Row[]> {
    const changed = await this.changed.applicantsRetractedFrom(missionLocale.id);
    const found = await this.applicants.retractions(changed.map(({ id }) => id));
    const byId = new Map(found.map((one) => [one.applicantId, one]));
    const rows: Row[] = [];
    for (const { id, edition, told } of changed) {
      const retraction = byId.get(id);
      const unit = retraction && (await this.organisations.byId(retraction.unitId));
      if (!retraction || !unit) continue;
      const codes = { unitCode: unit.code, missionLocaleCode: missionLocale.code };
      const row = rowOfRetraction(retraction, codes);
      rows.push({ resourceId: id, edition, emitterId: unit.id, told, row });
    }
    return rows;
  }
}
