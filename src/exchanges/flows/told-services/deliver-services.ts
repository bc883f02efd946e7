import { Injectable } from '@nestjs/common';
import { Candidacies, type Candidacy } from '../../../candidacies/index.js';
import { addMillis, Clock } from '../../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../../organisations/index.js';
import { People, type PersonRecord } from '../../../people/index.js';
import { Referrals } from '../../../referrals/index.js';
import {
  Volunteers,
  type Exit,
  type Incorporation,
  type Volunteer,
} from '../../../volunteers/index.js';
import type { Flow } from '../../flow/index.js';
import {
  ChangedServices,
  type ChangedService,
  type ServicePart,
} from '../../use-cases/changed-services.js';
import { FlowDelivery, type DeliverableRow } from '../../use-cases/flow-ports.js';
import { SETTLED_AFTER } from '../../use-cases/mailbox-ports.js';

/** A service and what a row of it needs besides. */
export interface TellableService {
  readonly volunteer: Volunteer;
  readonly candidacy: Candidacy;
  readonly person: PersonRecord;
  readonly reference: string | null;
  readonly unitCode: string;
  readonly missionLocaleCode: string;
  /** The exit that was last told, also when it was taken back. */
  readonly lastExit: Exit | null;
  /** The day of incorporation that was last told, also when it was taken back. */
  readonly lastIncorporation: Incorporation | null;
}

/** A row that tells a part of a service, and what the mission locale was told of it before. */
export type ServiceLine<F extends Flow> = Pick<DeliverableRow<F>, 'told' | 'row' | 'said'>;

/** Pure: the line of a part that one row tells; none where the record does not say enough for one. */
export function lineOf<F extends Flow>(
  row: ServiceLine<F>['row'] | null,
  { told }: Pick<ChangedService, 'told'>,
): ServiceLine<F>[] {
  return row ? [{ row, told }] : [];
}

/** Tells a mission locale one part of the services of its young people. */
@Injectable()
export abstract class DeliverServices<F extends Flow> extends FlowDelivery<F> {
  protected abstract readonly part: ServicePart;

  constructor(
    private readonly changed: ChangedServices,
    private readonly volunteers: Volunteers,
    private readonly candidacies: Candidacies,
    private readonly referrals: Referrals,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** The rows that tell the part; none when the record does not say enough for one. */
  protected abstract linesOf(service: TellableService, change: ChangedService): ServiceLine<F>[];

  override async changedFor(
    missionLocale: Organisation,
    noticeFileId: string | null,
  ): Promise<DeliverableRow<F>[]> {
    const since = addMillis(this.clock.now(), -SETTLED_AFTER);
    const changed = await this.changed.of(this.part, missionLocale.id, since, noticeFileId);
    const told = await this.tellable(changed, missionLocale);
    return changed.flatMap((change) => {
      const service = told.get(change.volunteerId);
      if (!service) return [];
      const { id: resourceId, edition } = change;
      const { unitId: emitterId } = service.volunteer;
      const lines = this.linesOf(service, change);
      return lines.map((line) => ({ resourceId, edition, emitterId, ...line }));
    });
  }

  private async tellable(
    changed: readonly ChangedService[],
    { code: missionLocaleCode }: Organisation,
  ): Promise<ReadonlyMap<string, TellableService>> {
    const volunteerIds = changed.map(({ volunteerId }) => volunteerId);
    const volunteers = await this.volunteers.byIds(volunteerIds);
    const candidacies = byId(
      await this.candidacies.byIds(volunteers.map(({ candidacyId }) => candidacyId)),
    );
    const people = byId(await this.people.byIds(volunteers.map(({ personId }) => personId)));
    const referralIds = volunteers.flatMap(({ referralId }) => referralId ?? []);
    const referrals = byId(await this.referrals.byIds(referralIds));
    const exits = await this.volunteers.lastExits(volunteerIds);
    const incorporations = await this.volunteers.lastIncorporations(volunteerIds);
    const found = new Map<string, TellableService>();
    for (const volunteer of volunteers) {
      const candidacy = candidacies.get(volunteer.candidacyId);
      const person = people.get(volunteer.personId);
      const unit = await this.organisations.byId(volunteer.unitId);
      if (!candidacy || !person || !unit) continue;
      found.set(volunteer.id, {
        volunteer,
        candidacy,
        person,
        reference: referrals.get(volunteer.referralId ?? '')?.reference ?? null,
        unitCode: unit.code,
        missionLocaleCode,
        lastExit: exits.get(volunteer.id) ?? null,
        lastIncorporation: incorporations.get(volunteer.id) ?? null,
      });
    }
    return found;
  }
}

function byId<Record extends { readonly id: string }>(
  records: readonly Record[],
): ReadonlyMap<string, Record> {
  return new Map(records.map((one) => [one.id, one]));
}
