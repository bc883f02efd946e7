import type { PersonActor } from '../../../kernel/index.js';
import type { Candidacy } from '../../domain/candidacy.js';

/** The service of a selected candidate: where it is read, or where it begins. */
export interface ServiceLink {
  readonly href: string;
  readonly label: string;
}

/** Answered by the feature that keeps the services, which is above; read as part of the page. */
export abstract class ServiceLinks {
  /** Null where there is neither a service nor a day of incorporation to await, or none for this role. */
  abstract of(candidacy: Candidacy, actor: PersonActor): Promise<ServiceLink | null>;
}
