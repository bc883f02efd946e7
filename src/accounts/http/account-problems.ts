import type { ProblemDescription } from '../../platform/http/index.js';

function problem(code: string, status: number, title: string, about: string): ProblemDescription {
  return { code, status, title, about };
}

/** The refusals of accounts and clients, for `/problems/<code>`. */
export const ACCOUNT_PROBLEMS: readonly ProblemDescription[] = [
  problem(
    'token-refused',
    400,
    'Jeton refusé',
    'La demande de jeton est refusée. Le membre « error » de la réponse dit pourquoi (RFC 6749).',
  ),
  problem(
    'accounts-forbidden',
    403,
    'Gestion des comptes non permise',
    'Seule une personne administratrice gère les comptes et les clients.',
  ),
  problem(
    'own-account',
    403,
    'Votre propre compte',
    'Personne ne suspend ni ne rouvre son propre compte. Demandez à une autre personne.',
  ),
  problem(
    'second-person-needed',
    403,
    'Seconde personne nécessaire',
    'Un compte est ouvert par une autre personne que celle qui l’a créé, et que son titulaire.',
  ),
  problem(
    'sign-in-refused',
    403,
    'Accès non ouvert',
    'Le fournisseur d’identité vous connaît, mais aucun compte ouvert ne vous correspond.',
  ),
  problem(
    'unknown-account',
    404,
    'Compte ou client inconnu',
    'Aucun compte ou client en service ne porte cet identifiant. Vérifiez-le.',
  ),
  problem(
    'account-already-exists',
    409,
    'Identifiant déjà pris',
    'Un compte ou un client porte déjà cet identifiant. Choisissez-en un autre.',
  ),
  problem(
    'account-state-changed',
    409,
    'Compte modifié entre-temps',
    'Le compte n’est plus dans l’état que vous aviez sous les yeux. Relisez sa page.',
  ),
  problem(
    'last-administrator',
    409,
    'Dernier compte d’administration',
    'Le service garde au moins un compte d’administration ouvert. Ouvrez-en un autre d’abord.',
  ),
  problem(
    'account-not-pending',
    409,
    'Compte déjà traité',
    'Ce compte n’attend pas d’approbation : il est déjà ouvert, ou suspendu.',
  ),
  problem(
    'invalid-account-data',
    422,
    'Valeurs refusées',
    'Une ou plusieurs valeurs ne font pas un compte ou un client. Le membre « errors » les désigne.',
  ),
  problem(
    'wrong-approval-code',
    422,
    'Code d’approbation incorrect',
    'Demandez à la personne qui a créé le compte le code qu’elle a reçu.',
  ),
  problem(
    'sign-in-broken',
    422,
    'Connexion interrompue',
    'La connexion a expiré, a déjà servi, ou a commencé dans un autre navigateur. Recommencez.',
  ),
  problem(
    'too-many-sign-ins',
    429,
    'Trop de connexions',
    'Trop de connexions ont été commencées en peu de temps depuis la même adresse. Attendez une minute.',
  ),
  problem(
    'sign-in-unavailable',
    503,
    'Connexion indisponible',
    'Le fournisseur d’identité n’est pas configuré ou ne répond pas.',
  ),
];
