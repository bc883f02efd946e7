import { Injectable } from '@nestjs/common';
import {
  Candidacies,
  isMasked,
  ReadMedicalConclusions,
  type Candidacy,
  type MedicalConclusion,
} from '../../../candidacies/index.js';
import { addMillis, Clock, type Actor } from '../../../kernel/index.js';
import { hasDuty, OrganisationDirectory, type Organisation } from '../../../organisations/index.js';
import { People } from '../../../people/index.js';
import { Referrals } from '../../../referrals/index.js';
import { FlowDelivery, type DeliverableRow } from '../../use-cases/flow-ports.js';
import { ChangedRecords, SETTLED_AFTER } from '../../use-cases/mailbox-ports.js';
import type { SUITES } from './flow.js';
import { rowOfCandidacy } from './row-of-candidacy.js';

/** SUI to a mission locale: where the candidacies of its young people stand, medical part included. */
@Injectable()
export class DeliverSuites extends FlowDelivery<typeof SUITES> {
  constructor(
    private readonly changed: ChangedRecords,
    private readonly candidacies: Candidacies,
    private readonly referrals: Referrals,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly readConclusions: ReadMedicalConclusions,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async changedFor(
    missionLocale: Organisation,
    noticeFileId: string | null,
    actor: Actor,
  ): Promise<DeliverableRow<typeof SUITES>[]> {
    const settledSince = addMillis(this.clock.now(), -SETTLED_AFTER);
    const changed = await this.changed.candidaciesOf(missionLocale.id, settledSince, noticeFileId);
    const candidacies = await this.candidacies.byIds(changed.map(({ id }) => id));
    const conclusions = await this.released(candidacies, missionLocale, actor);
    const people = await this.people.byIds(candidacies.map(({ personId }) => personId));
    const references = await this.references(candidacies);
    const candidacyById = new Map(candidacies.map((candidacy) => [candidacy.id, candidacy]));
    const personById = new Map(people.map((person) => [person.id, person]));
    const rows: DeliverableRow<typeof SUITES>[] = [];
    for (const { id, edition, told } of changed) {
      const candidacy = candidacyById.get(id);
      const person = candidacy && personById.get(candidacy.personId);
      const unit = candidacy && (await this.organisations.byId(candidacy.unitId));
      if (!candidacy || !person || !unit) continue;
      const row = rowOfCandidacy({
        candidacy,
        person,
        reference: references.get(candidacy.referralId ?? '') ?? null,
        unitCode: unit.code,
        missionLocaleCode: missionLocale.code,
        conclusion: conclusions.get(id) ?? null,
      });
      if (row) rows.push({ resourceId: id, edition, emitterId: unit.id, told, row });
    }
    return rows;
  }

  private async references(candidacies: readonly Candidacy[]): Promise<Map<string, string>> {
    const ids = candidacies.flatMap(({ referralId }) => referralId ?? []);
    const referrals = await this.referrals.byIds(ids);
    return new Map(referrals.map(({ id, reference }) => [id, reference]));
  }

  /** Opened only where the convention of the pair released them on the day of the decision. */
  private async released(
    candidacies: readonly Candidacy[],
    missionLocale: Organisation,
    actor: Actor,
  ): Promise<Map<string, MedicalConclusion>> {
    const ids: string[] = [];
    for (const { id, unitId, decision } of candidacies) {
      if (!decision || !isMasked(decision)) continue;
      const link = await this.organisations.conventionBetween(
        missionLocale.id,
        unitId,
        decision.decidedOn,
      );
      if (link && hasDuty(link, 'medical-conclusion-release')) ids.push(id);
    }
    return this.readConclusions.execute(ids, 'delivery', actor);
  }
}
