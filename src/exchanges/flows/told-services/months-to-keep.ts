import type {
  KeptMonths,
  Presence,
  Volunteer,
  VolunteerChange,
} from '../../../volunteers/index.js';
import type { FoldedService } from './fold-service.js';
import { isSameMonths, withMonth } from './presence-facet.js';

/** What is known of the months of a service that is told anew. */
export interface MonthsTold {
  readonly before: Pick<Volunteer, 'id' | 'version'> | null;
  /** The months that stood then. */
  readonly monthsBefore: readonly Presence[];
  readonly folded: Pick<FoldedService, 'months'>;
  readonly changes: readonly Pick<VolunteerChange, 'command' | 'after'>[];
}

/** Pure: the months to keep of a service; null where its commands leave those that stand. */
export function monthsToKeep({
  before,
  monthsBefore,
  folded: { months },
  changes,
}: MonthsTold): KeptMonths | null {
  const service = changes.at(-1)?.after ?? before;
  if (!service) return null;
  const reported = changes.flatMap(({ command, after }) =>
    command === 'report-presence' && after.presence ? [after.presence] : [],
  );
  if (isSameMonths(reported.reduce(withMonth, monthsBefore), months)) return null;
  return { id: service.id, version: service.version, months };
}
