import { referralReference } from '../../../../src/kernel/index.js';
import type { Row } from '../../support/deposits.js';
import { inRow } from '../support/changes.js';
import type { FaultCase } from '../support/fault-case.js';

const SUI = { flow: 'SUI', people: 3 } as const;
const ONE_REJECTED = {
  verdict: 'applied',
  rowFates: { lues: 3, appliquees: 2, rejetees: 1 },
} as const;
const DECIDED: Row = {
  etat_candidature: 'DECIDEE',
  date_etat: '2026-11-17',
  code_suite: 'ABSENT',
  date_suite: '2026-11-17',
  niveau_evalue: 'NON_EVALUE',
};
const UNKNOWN = referralReference(2026, 'ZZZZZZZZ');

function all(over: Row) {
  return (rows: Row[]): Row[] => rows.map((row) => ({ ...row, ...over }));
}

/** Exchange.md 6.5 and 6.6: what only the records of the service show. */
export const RECORD_CASES: readonly FaultCase[] = [
  {
    fault: 88,
    title: 'two outcomes of the same day',
    ...SUI,
    before: [{ rows: all(DECIDED) }],
    rows: all({ ...DECIDED, code_suite: 'DESISTEMENT' }),
    verdict: 'applied',
    rowFates: { lues: 3, rejetees: 3 },
    said: [2, 3, 4].map((line) => `${line} L SUITE_CONTRADICTOIRE etat_candidature`),
  },
  {
    fault: 89,
    title: 'the outcome of a referral nobody knows',
    ...SUI,
    rows: inRow(2, { reference_orientation: UNKNOWN }),
    ...ONE_REJECTED,
    said: ['3 L REFERENCE_INCONNUE reference_orientation'],
  },
  {
    fault: 90,
    title: 'an answer before the referral',
    ...SUI,
    rows: inRow(2, { date_etat: '2026-11-08' }),
    ...ONE_REJECTED,
    said: ['3 L CHRONOLOGIE date_etat ETAT_AVANT_ORIENTATION'],
  },
  {
    fault: 90,
    title: 'a decided file that goes back',
    ...SUI,
    before: [{ rows: all(DECIDED) }],
    rows: all({ etat_candidature: 'RECUE', date_etat: '2026-11-29' }),
    verdict: 'applied',
    rowFates: { lues: 3, rejetees: 3 },
    said: [2, 3, 4].map((line) => `${line} L TRANSITION_INTERDITE etat_candidature`),
  },
  {
    fault: 93,
    title: 'the reference of somebody else',
    ...SUI,
    rows: inRow(2, {
      nom_naissance: 'KANARIBOYER',
      prenom_1: 'Jules',
      date_naissance: '2003-07-02',
    }),
    verdict: 'applied',
    rowFates: { lues: 3, appliquees: 2, en_revue: 1 },
    said: ['3 L IDENTITE_INCOHERENTE nom_naissance'],
  },
  {
    fault: 94,
    title: 'a name and a first name exchanged',
    ...SUI,
    rows: (rows) =>
      rows.map((row, at) =>
        at === 1
          ? { ...row, nom_naissance: row['prenom_1'] ?? '', prenom_1: row['nom_naissance'] ?? '' }
          : row,
      ),
    verdict: 'applied',
    rowFates: { lues: 3, appliquees: 3 },
    said: ['3 Q NOM_PRENOM_INVERSES nom_naissance'],
  },
  {
    fault: 94,
    title: 'a twin of somebody known',
    before: [{}],
    rows: all({ prenoms: 'Mathilde' }),
    verdict: 'applied',
    rowFates: { lues: 3, en_revue: 3 },
    said: [2, 3, 4].map((line) => `${line} Q JUMEAUX_POSSIBLES nom_naissance`),
  },
  {
    fault: 94,
    title: 'an identity that agrees by its date of birth alone',
    ...SUI,
    rows: inRow(2, { nom_naissance: 'GRONDIN', prenom_1: 'Lucas' }),
    verdict: 'applied',
    rowFates: { lues: 3, appliquees: 3 },
    said: ['3 Q IDENTITE_ECART nom_naissance'],
  },
];
