import type { Instant } from '../../kernel/index.js';

/** A document that tells an organisation of its folder, not of one file. It never names a file. */
export interface SpoolNotice {
  readonly name: string;
  readonly said: Readonly<Record<string, string | number>>;
}

/** Uploads that never ended were removed. */
export function sweptNotice(count: number, now: Instant): SpoolNotice {
  const message =
    'Des dépôts commencés il y a plus de 24 heures et jamais terminés ont été retirés.';
  const correction = 'Déposer à nouveau ces fichiers, puis leurs manifestes.';
  return { name: nameOf(now, ''), said: { date: now, retires: count, message, correction } };
}

/** Deposits the service could not record by a fault of its own: it keeps them. */
export function setAsideNotice(count: number, now: Instant): SpoolNotice {
  const message =
    'Le service n’a pas pu enregistrer un ou plusieurs dépôts à cause d’une défaillance de son côté. ' +
    'Il conserve les fichiers : rien n’est perdu.';
  const correction =
    'Ne pas déposer ces fichiers à nouveau. L’exploitant du service est averti et les reprendra. ' +
    'Les dépôts concernés sont ceux qui n’ont reçu ni accusé d’enregistrement (AEE) ni avis de refus (ARE).';
  const said = { date: now, conserves: count, message, correction };
  return { name: nameOf(now, '_CONSERVES'), said };
}

/** Two notices of one instant are two documents. */
function nameOf(now: Instant, subject: string): string {
  return `AVIS_${now.replace(/\D/g, '')}${subject}.json`;
}
