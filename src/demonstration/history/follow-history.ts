import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import { ReturnChanges, ReturnPlaces, Returns } from '../../returns/index.js';
import { followService } from '../../returns/use-cases/follow-service.js';
import { ServiceFollowers, type VolunteerChange } from '../../volunteers/index.js';

/** What follows from a service in the history: as it follows every day, but as of the day of each fact. */
@Injectable()
export class FollowHistory extends ServiceFollowers {
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
    await this.changes.write(
      changes.flatMap((change) => {
        const follow = followService(change, {
          latest: latest.get(change.after.id) ?? null,
          book: placeOf(change.after).book,
          today: change.effectiveOn,
          newId: () => this.ids.uuid(),
        });
        return follow ? [follow] : [];
      }),
    );
  }
}
