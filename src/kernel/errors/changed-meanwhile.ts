import { DomainError } from './domain-error.js';

/** Someone else changed the record between its reading and its writing. */
export class ChangedMeanwhile extends DomainError {
  readonly code = 'changed-meanwhile';
  readonly kind = 'conflict';
  constructor() {
    super('Ce dossier vient d’être modifié par ailleurs : relisez-le et recommencez.');
  }
}
