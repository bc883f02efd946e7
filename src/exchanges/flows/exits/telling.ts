import type { ServiceTelling } from '../told-services/service-flows.js';
import type { ExitRow } from './columns.js';
import { EXITS } from './flow.js';

/** What a SOR row tells of a service; how to reach the young person is no part of it. */
export const EXIT_TELLING: ServiceTelling = {
  flow: EXITS,
  contradictedColumn: 'motif_sortie',
  factOf: (row) => {
    const said = row as ExitRow;
    if (said.type_ligne === 'ANNULATION') return { kind: 'exit', input: null };
    return {
      kind: 'exit',
      input: {
        exitedOn: said.date_sortie,
        isAnnounced: said.sortie_prevue,
        reason: said.motif_sortie,
        situation: said.situation_sortie,
        wantsSupport: said.souhaite_accompagnement,
        certifications: said.certifications ?? [],
        assessedLevel: said.niveau_evalue_sortie,
      },
    };
  },
};
