import type { ServiceTelling } from '../told-services/service-flows.js';
import type { PresenceRow } from './columns.js';
import { PRESENCES } from './flow.js';

/** What a CEU row tells of a service. */
export const PRESENCE_TELLING: ServiceTelling = {
  flow: PRESENCES,
  contradictedColumn: 'en_service',
  factOf: (row) => {
    const said = row as PresenceRow;
    return {
      kind: 'presence',
      presence: {
        month: said.mois,
        isInService: said.en_service,
        isLongAbsent: said.absence_longue,
      },
      plannedEndOn: said.date_fin_prevue,
    };
  },
};
