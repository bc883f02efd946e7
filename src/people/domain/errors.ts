import { DomainError, type FieldIssue } from '../../kernel/index.js';

/** No such merge for the caller. */
export class PersonMergeNotFound extends DomainError {
  readonly code = 'person-merge-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Cette fusion de dossiers est introuvable.');
  }
}

/** The two files are not two files of the caller that may be merged. */
export class PersonMergeInvalid extends DomainError {
  readonly code = 'person-merge-invalid';
  readonly kind = 'invalid';
  constructor() {
    super('Indiquez deux dossiers différents de votre organisme, dont aucun n’est déjà fusionné.');
  }
}

/** A human said that they are two people: that is to be taken back first (V6). */
export class PersonsSaidDifferent extends DomainError {
  readonly code = 'persons-said-different';
  readonly kind = 'conflict';
  constructor() {
    super(
      'Ces deux dossiers ont été déclarés de personnes différentes : annulez d’abord cet avis.',
    );
  }
}

/** Whoever proposes a merge does not decide it. */
export class SecondPersonNeeded extends DomainError {
  readonly code = 'merge-second-person-needed';
  readonly kind = 'refused';
  constructor() {
    super('Une autre personne que celle qui a proposé la fusion doit la décider.');
  }
}

/** The merge is not in a state in which this can be done. */
export class PersonMergeRefused extends DomainError {
  readonly code = 'person-merge-refused';
  readonly kind = 'refused';
  constructor() {
    super('Cette action n’est plus possible : la fusion a été décidée ou annulée.');
  }
}

/** No such young person on the files of the caller; another organisation's reads the same (SEC-22). */
export class YoungPersonNotFound extends DomainError {
  readonly code = 'young-person-not-found';
  readonly kind = 'not-found';
  constructor() {
    super('Ce jeune est introuvable.');
  }
}

/** Something in a correction of a young person is wrong. */
export class PersonCorrectionInvalid extends DomainError {
  readonly code = 'person-correction-invalid';
  readonly kind = 'invalid';
  constructor(issues: readonly FieldIssue[]) {
    super('Corrigez les champs signalés : rien n’a été enregistré.', { issues });
  }
}

/** Corrected so, the young person would be the same as another on file, and nobody says that they are two. */
export class PersonLooksKnown extends DomainError {
  readonly code = 'person-looks-known';
  readonly kind = 'conflict';
  constructor(readonly knownIds: readonly string[]) {
    super(
      'Un autre dossier de votre mission locale porte déjà cette identité : rien n’a été enregistré. Si ce sont deux jeunes différents, dites-le en désignant l’autre (« distinctFrom »).',
      { members: { known: knownIds.map((id) => ({ id })) } },
    );
  }
}
