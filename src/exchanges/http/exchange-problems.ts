import type { ProblemDescription } from '../../platform/http/index.js';
import { DOOR_FAULTS } from '../catalogue/index.js';

function problem(code: string, status: number, title: string, about: string): ProblemDescription {
  return { code, status, title, about };
}

/** The refusals of the exchange, for `/problems/<code>`. */
export const EXCHANGE_PROBLEMS: readonly ProblemDescription[] = [
  problem(
    'exchange-not-found',
    404,
    'Dépôt introuvable',
    'Aucun dépôt de votre organisme ne porte cet identifiant.',
  ),
  problem(
    'test-forgotten',
    404,
    'Essai oublié',
    'Le contenu et le compte rendu d’un dépôt d’essai sont effacés au bout de sept jours ; son reçu reste.',
  ),
  problem('exchange-not-held', 409, 'Rien à confirmer', 'Ce dépôt n’attend pas de confirmation.'),
  problem(
    'exchange-busy',
    409,
    'Dépôt en cours de traitement',
    'Une autre requête s’occupe de ce dépôt. Recommencez dans un instant.',
  ),
  problem(
    'confirmation-unknown',
    422,
    'Code non attendu',
    'Le code à confirmer est l’un de ceux que donne le compte rendu du dépôt.',
  ),
  problem(
    'rejects-unavailable',
    409,
    'Rejets pas encore disponibles',
    'Les lignes rejetées existent une fois les lignes du dépôt traitées.',
  ),
  problem(
    'pending-deposit-gone',
    404,
    'Fichier en attente introuvable',
    'Un fichier vérifié sur la page de dépôt attend une heure au plus d’être déposé. Choisissez-le de nouveau.',
  ),
  problem(
    'preview-outdated',
    409,
    'Fichier vérifié autrement entre-temps',
    'Ce qui est déposé est ce qui a été lu. Relisez la vérification, puis déposez.',
  ),
  problem(
    'flow-not-found',
    404,
    'Flux inconnu',
    'La liste des flux est à l’adresse /api/v1/flows.',
  ),
  problem(
    'mailbox-file-not-found',
    404,
    'Fichier introuvable',
    'Aucun fichier de votre boîte ne porte cet identifiant.',
  ),
  problem(
    'mailbox-file-expired',
    409,
    'Fichier expiré',
    'Un fichier reste soixante jours à disposition. Il n’est plus téléchargeable.',
  ),
  problem(
    'nothing-to-reissue',
    409,
    'Rien à remettre',
    'Après soixante jours, un fichier est refait à partir des dossiers : aucun n’est plus à dire.',
  ),
  problem(
    'acknowledgement-conflict',
    409,
    'Acquittement différent',
    'Un fichier s’acquitte une fois : le premier acquittement reste.',
  ),
  problem(
    'acknowledgement-invalid',
    422,
    'Acquittement à corriger',
    'L’acquittement ne correspond pas au fichier. « errors » désigne les points à corriger.',
  ),
  problem(
    'identity-review-not-found',
    404,
    'Revue introuvable',
    'Aucune revue d’identité de votre organisme ne porte cet identifiant.',
  ),
  problem(
    'identity-review-decided',
    409,
    'Revue déjà tranchée',
    'Quelqu’un a déjà décidé de cette revue d’identité.',
  ),
  problem(
    'review-candidate-unknown',
    422,
    'Dossier non proposé',
    'Indiquez l’un des dossiers que propose la revue.',
  ),
  problem(
    'reviewed-row-doubtful',
    409,
    'Ligne non applicable',
    'La ligne ne peut pas être appliquée au dossier choisi. Faites renvoyer une ligne corrigée.',
  ),
  problem(
    'identity-review-open',
    409,
    'Revue non tranchée',
    'Il n’y a pas de décision à annuler pour cette revue d’identité.',
  ),
  problem(
    'identity-review-overtaken',
    409,
    'Dossier qui a avancé',
    'Depuis la décision, une personne, un logiciel ou l’autre partie a agi sur ce dossier, ou la personne a été orientée ailleurs : la décision ne s’annule plus. Corrigez le dossier par une commande (retirer l’orientation, compléter la décision de l’unité…), ou faites envoyer une ligne corrigée dans un fichier de nature C.',
  ),
  ...doorProblems(),
];

/** One page a code of the door; its first cause gives the text. */
function doorProblems(): ProblemDescription[] {
  const byCode = new Map<string, ProblemDescription>();
  for (const [key, { message, correction }] of Object.entries(DOOR_FAULTS)) {
    const [code = key] = key.split(':');
    const about = `${message} ${correction}`.replace(/\{\w+\}/g, '…');
    const status = code === 'TAILLE_EXCESSIVE' ? 413 : code === 'DEBIT_EXCESSIF' ? 429 : 422;
    if (!byCode.has(code)) byCode.set(code, problem(code, status, 'Fichier refusé', about));
  }
  return [...byCode.values()];
}
