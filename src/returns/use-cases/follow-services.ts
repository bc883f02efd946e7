import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import { ServiceFollowers, type VolunteerChange } from '../../volunteers/index.js';
import { followService } from './follow-service.js';
import { Returns } from './ports.js';
import { ReturnChanges } from './return-changes.js';
import { ReturnPlaces } from './return-places.js';

/**
 * The return lives with the service, in the same transaction: who leaves a unit without a solution is
 * in the worklist of the mission locale at once.
 */
@Injectable()
export class FollowServices extends ServiceFollowers {
  constructor(
    private readonly returns: Returns,
    private readonly changes: ReturnChanges,
    private readonly places: ReturnPlaces,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async follow(changes: readonly VolunteerChange[]): Promise<void> {
    const services = changes.map(({ after }) => after);
    const latest = await this.returns.latestOf(services.map(({ id }) => id));
    const placeOf = await this.places.of(services);
    const followed = changes.flatMap((change) => {
      const { id } = change.after;
      const context = { latest: latest.get(id) ?? null, newId: () => this.ids.uuid() };
      const follow = followService(change, { ...context, ...placeOf(change.after) });
      return follow ? [follow] : [];
    });
    await this.changes.write(followed);
  }
}
