import type { ProblemDescription } from './problem-catalogue.js';

function problem(code: string, status: number, title: string, about: string): ProblemDescription {
  return { code, status, title, about };
}

/** The refusals of the HTTP door, whatever the feature. */
export const DOOR_PROBLEMS: readonly ProblemDescription[] = [
  problem(
    'malformed-request',
    400,
    'Requête illisible',
    'La requête ne respecte pas HTTP. Vérifiez l’adresse et les en-têtes envoyés.',
  ),
  problem(
    'malformed-json',
    400,
    'JSON illisible',
    'Le corps n’est pas un JSON en UTF-8, ou il est imbriqué sur plus de 20 niveaux.',
  ),
  problem(
    'forbidden-key',
    400,
    'Nom de champ interdit',
    'Les noms « __proto__ », « constructor » et « prototype » sont refusés partout.',
  ),
  problem(
    'repeated-parameter',
    400,
    'Paramètre répété',
    'Un paramètre d’adresse ne se donne qu’une fois.',
  ),
  problem(
    'repeated-part',
    400,
    'Partie répétée',
    'Un dépôt porte un fichier et son manifeste, chacun une fois.',
  ),
  problem(
    'repeated-key',
    400,
    'Nom de champ répété',
    'Un même objet JSON donne deux fois le même champ : lequel croire ?',
  ),
  problem(
    'unknown-property',
    400,
    'Champ inconnu',
    'La requête porte un champ que cette ressource ne connaît pas. Le membre « errors » le désigne.',
  ),
  problem(
    'idempotency-key-invalid',
    400,
    'Clé d’idempotence illisible',
    'L’en-tête Idempotency-Key porte de 1 à 255 caractères ASCII visibles, par exemple un UUID.',
  ),
  problem(
    'unauthenticated',
    401,
    'Authentification nécessaire',
    'Demandez un jeton sur /oauth/token et présentez-le dans l’en-tête Authorization: Bearer.',
  ),
  problem(
    'forbidden',
    403,
    'Action non permise',
    'Votre rôle ne permet pas cette action. Aucune donnée n’a été lue ni modifiée.',
  ),
  problem(
    'insufficient-scope',
    403,
    'Portée manquante',
    'Le jeton ne porte pas la portée que cette ressource demande.',
  ),
  problem(
    'not-found',
    404,
    'Introuvable',
    'Rien n’existe à cette adresse, ou rien que vous puissiez voir.',
  ),
  problem(
    'method-not-allowed',
    405,
    'Méthode refusée',
    'Cette adresse existe mais ne répond pas à cette méthode ; l’en-tête Allow donne les bonnes.',
  ),
  problem(
    'request-timeout',
    408,
    'Requête trop lente',
    'La requête n’est pas arrivée en entier à temps. Envoyez-la de nouveau.',
  ),
  problem(
    'idempotency-running',
    409,
    'Requête déjà en cours',
    'La même clé d’idempotence est en cours de traitement. Attendez, puis renvoyez la requête.',
  ),
  problem(
    'payload-too-large',
    413,
    'Requête trop volumineuse',
    'Un corps JSON fait 256 Ko au plus, une liste 1 000 éléments au plus.',
  ),
  problem('uri-too-long', 414, 'Adresse trop longue', 'Raccourcissez l’adresse demandée.'),
  problem(
    'unsupported-media-type',
    415,
    'Type de contenu refusé',
    'Envoyez du JSON (application/json), ou multipart/form-data pour le dépôt de fichiers.',
  ),
  problem(
    'invalid-request',
    422,
    'Valeurs refusées',
    'Une ou plusieurs valeurs ne conviennent pas. Le membre « errors » les désigne une à une.',
  ),
  problem(
    'cursor-invalid',
    422,
    'Curseur illisible',
    'Le curseur n’est pas celui d’une page de cette liste. Reprenez la lecture sans curseur.',
  ),
  problem(
    'idempotency-other-payload',
    422,
    'Clé d’idempotence déjà employée',
    'Cette clé a servi à une autre requête. Prenez une clé neuve pour chaque demande.',
  ),
  problem('headers-too-large', 431, 'En-têtes trop longs', 'Les en-têtes font 16 Ko au plus.'),
  problem(
    'internal-error',
    500,
    'Erreur du service',
    'Le service a rencontré une erreur. Citez l’identifiant de corrélation à l’exploitant.',
  ),
  problem(
    'service-busy',
    503,
    'Service surchargé',
    'Recommencez après le délai de l’en-tête Retry-After, avec la même clé d’idempotence s’il y en a une.',
  ),
  problem(
    'storage-full',
    507,
    'Plus de place',
    'Le service n’a plus la place d’enregistrer cette demande. Rien n’a été reçu : recommencez plus tard.',
  ),
];
