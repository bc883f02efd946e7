import { Injectable } from '@nestjs/common';
import { ServiceLinks, type Candidacy, type ServiceLink } from '../../../candidacies/index.js';
import type { PersonActor, Role } from '../../../kernel/index.js';
import { Volunteers } from '../../use-cases/ports.js';
import { PAGE_READERS, PAGE_WRITERS, VOLUNTEERS_PATH } from '../volunteer-words.js';

/** Leads from the page of a candidacy to its service, or to the day of incorporation that begins it. */
@Injectable()
export class CandidacyServiceLinks extends ServiceLinks {
  constructor(private readonly volunteers: Volunteers) {
    super();
  }

  override async of({ id, decision }: Candidacy, actor: PersonActor): Promise<ServiceLink | null> {
    if (!isAmong(PAGE_READERS.roles, actor.role)) return null;
    const [service] = await this.volunteers.ofCandidacies([id]);
    if (service) return { href: `${VOLUNTEERS_PATH}/${service.id}`, label: 'Voir le service' };
    const mayBegin = isAmong(PAGE_WRITERS.roles, actor.role) && decision?.code === 'APTE_RETENU';
    if (!mayBegin) return null;
    return { href: `${VOLUNTEERS_PATH}/nouveau/${id}`, label: 'Enregistrer l’incorporation' };
  }
}

function isAmong(roles: readonly Role[], role: Role): boolean {
  return roles.includes(role);
}
