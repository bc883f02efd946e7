import type { ServiceTelling } from '../told-services/service-flows.js';
import type { IncorporationRow } from './columns.js';
import { INCORPORATIONS } from './flow.js';

/** What an INC row tells of a service. */
export const INCORPORATION_TELLING: ServiceTelling = {
  flow: INCORPORATIONS,
  contradictedColumn: 'statut_incorporation',
  factOf: (row) => {
    const said = row as IncorporationRow;
    return {
      kind: 'incorporation',
      status: said.statut_incorporation,
      input: {
        incorporatedOn: said.date_incorporation,
        volunteerType: said.type_volontariat,
        track: said.filiere,
        site: said.site,
        plannedEndOn: said.date_fin_prevue,
      },
    };
  },
};
