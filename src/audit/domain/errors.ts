import { DomainError } from '../../kernel/index.js';

/** The journal is read by few. */
export class JournalForbidden extends DomainError {
  readonly code = 'journal-forbidden';
  readonly kind = 'forbidden';

  constructor() {
    super('Votre rôle ne permet pas de lire le journal.');
  }
}

const HOUR = 3_600;

/** The account has read as many young people as it may in 24 hours (SEC-19). */
export class ReadingBoundReached extends DomainError {
  readonly code = 'reading-bound-reached';
  readonly kind = 'too-many';

  /** @param retryAfter seconds until somebody else may be read */
  constructor(
    readonly bound: number,
    retryAfter: number,
  ) {
    super(bound === 0 ? NOBODY : sentence(bound, retryAfter), { members: { bound, retryAfter } });
  }
}

/** One list or export holds more young people than the account may read in 24 hours: waiting does not help. */
export class TooManyShownAtOnce extends DomainError {
  readonly code = 'too-many-shown-at-once';
  readonly kind = 'invalid';

  constructor(
    readonly bound: number,
    asked: number,
  ) {
    super(
      `Cette liste montrerait ${asked} jeunes ; votre compte peut en lire ${bound} en 24 heures. ` +
        'Filtrez-la, par exemple par mois, pour en demander moins.',
      { members: { bound } },
    );
  }
}

const NOBODY = 'Votre rôle ne permet de lire le dossier d’aucun jeune.';

function sentence(bound: number, retryAfter: number): string {
  const hours = Math.max(1, Math.ceil(retryAfter / HOUR));
  const wait = hours === 1 ? 'une heure' : `${hours} heures`;
  return (
    `Votre compte a déjà lu ${bound} jeunes en 24 heures : c’est le plus qu’il peut lire. ` +
    'Les dossiers déjà ouverts aujourd’hui le restent. ' +
    `D’autres pourront l’être dans ${wait} au plus ; si c’est trop tard, un collègue peut les ouvrir, ` +
    'et votre responsable peut vous aider à répartir le travail.'
  );
}
