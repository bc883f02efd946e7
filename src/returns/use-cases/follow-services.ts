import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import { ServiceFollowers, type VolunteerChange } from '../../volunteers/index.js';
import { isActive } from '../domain/return-episode.js';
import { followService } from './follow-service.js';
import { Returns } from './ports.js';
import { ReturnChanges } from './return-changes.js';
import { ReturnPlaces } from './return-places.js';
import { Transfers } from './transfer-ports.js';

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
    private readonly transfers: Transfers,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async follow(changes: readonly VolunteerChange[]): Promise<void> {
    const services = changes.map(({ after }) => after);
    const latest = await this.returns.latestOf(services.map(({ id }) => id));
    const placeOf = await this.places.of([...services, ...latest.values()]);
    const followed = changes.flatMap((change) => {
      const { after } = change;
      const last = latest.get(after.id) ?? null;
      // Who follows it now counts its days, even when another referred the young person.
      const place = placeOf(last && isActive(last) ? last : after);
      const context = { latest: last, newId: () => this.ids.uuid() };
      const follow = followService(change, { ...context, ...place });
      return follow ? [follow] : [];
    });
    await this.changes.write(followed);
    await this.transfers.keepEndTrue(followed.map(({ after }) => after));
    const known = services.filter(({ id }) => latest.has(id));
    await this.transfers.keepTrue(new Map(known.map(({ id, exit }) => [id, exit])));
  }
}
