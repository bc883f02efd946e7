import { faultText, isRowFaultCode, type RowFaultCode } from '../catalogue/index.js';
import type { RowAnomaly } from './anomaly.js';
import { businessAnomaly } from './business-anomaly.js';
import type { Flow } from './flow.js';

/** What would settle each doubt, the most telling column first; a flow is asked for those it has. */
const SETTLED_BY: Readonly<Partial<Record<RowFaultCode, readonly string[]>>> = {
  IDENTITE_INCOHERENTE: [
    'reference_orientation',
    'numero_dossier_unite',
    'identifiant_imilo',
    'nom_naissance',
    'prenoms',
    'prenom_1',
    'date_naissance',
  ],
  IDENTITE_ECART: ['nom_naissance', 'prenoms', 'prenom_1', 'date_naissance', 'identifiant_imilo'],
  JUMEAUX_POSSIBLES: ['prenoms', 'prenom_1', 'identifiant_imilo'],
  SEXE_ECART: ['sexe', 'prenoms', 'prenom_1', 'identifiant_imilo'],
};
/** Between people of one description, more of it, or a number of one's own. */
const MORE_TRAITS = [
  'identifiant_imilo',
  'numero_dossier_unite',
  'prenoms',
  'prenom_1',
  'date_naissance',
  'code_insee_naissance',
];

/**
 * What is asked of the emitter of a row on which a human could not decide (exchange.md 7.f): the columns
 * of its own row to check, after the kind of doubt and nothing else, so that it learns nothing of anybody.
 */
export function identityQuestion(flow: Flow, line: number, reason: string): RowAnomaly {
  const code = isRowFaultCode(reason) ? reason : 'IDENTITE_INCOHERENTE';
  const asked = (SETTLED_BY[code] ?? MORE_TRAITS).flatMap(
    (header) => flow.columns.find((one) => one.header === header) ?? [],
  );
  const column = asked[0]?.header ?? 'identifiant_ligne';
  const expected = asked.map(({ title }) => `« ${title} »`).join(', ');
  const precision = 'INDECIDABLE';
  return {
    ...businessAnomaly(flow, code, { line, rowId: null, column, precision }),
    level: 'A_CONFIRMER',
    ...faultText(code, precision, { title: column, expected }),
  };
}
