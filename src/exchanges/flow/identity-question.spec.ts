import { ORIENTATIONS, SUITES } from '../flows/index.js';
import { identityQuestion } from './identity-question.js';

const REASONS = [
  'IDENTITE_INCOHERENTE',
  'IDENTITE_ECART',
  'JUMEAUX_POSSIBLES',
  'SEXE_ECART',
  'HOMONYME_POSSIBLE',
  'TROP_DE_CANDIDATS',
];

describe('What is asked about a row that nobody could decide', () => {
  it('names the columns of a unit that tell twins apart', () => {
    const asked = identityQuestion(SUITES, 7, 'JUMEAUX_POSSIBLES');
    expect(asked).toMatchObject({
      line: 7,
      code: 'JUMEAUX_POSSIBLES',
      precision: 'INDECIDABLE',
      level: 'A_CONFIRMER',
      column: 'prenom_1',
      value: '***',
      rule: 'SUI-JUMEAUX_POSSIBLES',
    });
    expect(asked.correction).toBe(
      'Vérifier sur une pièce d’identité ou dans votre dossier : « Premier prénom », « Identifiant i-milo ». Compléter ou corriger la ligne, puis la renvoyer dans un fichier de nature C.',
    );
  });

  it('asks a mission locale, which knows more, for more', () => {
    const { correction } = identityQuestion(ORIENTATIONS, 2, 'TROP_DE_CANDIDATS');
    for (const title of ['Prénoms', 'Lieu de naissance', 'Date de naissance']) {
      expect(correction).toContain(`« ${title} »`);
    }
    expect(correction).not.toContain('Premier prénom');
  });

  it.each(
    REASONS.flatMap((reason) =>
      [SUITES, ORIENTATIONS].map((flow) => [reason, flow.code, flow] as const),
    ),
  )('%s in %s always asks for something that the flow has', (reason, _, flow) => {
    const { correction, column } = identityQuestion(flow, 2, reason);
    expect(flow.columns.map(({ header }) => header)).toContain(column);
    expect(correction).toMatch(/: « [^»]+ »/u);
  });
});
