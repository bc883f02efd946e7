import { Injectable } from '@nestjs/common';
import {
  Clock,
  localDateIn,
  systemActor,
  UnitOfWork,
  type Actor,
  type OrganisationKind,
  type TerritoryCode,
} from '../../kernel/index.js';
import { OrganisationUnknown, RegisterForbidden } from '../domain/errors.js';
import { scopeOfOrganisation, type RegisteredOrganisation } from '../domain/organisation.js';
import { mayKeepRegister } from '../domain/register.rules.js';
import { standingOn, type Standing } from '../domain/standing.js';
import { OpenFiles, OrganisationRegister, type Attached, type PastAct } from './ports.js';

/** Organisations on one page of the list. */
export const REGISTER_PAGE_SIZE = 50;

/** Which organisations are looked for; null stands for any. */
export interface RegisterSearch {
  /** A part of the code or of a name. */
  readonly text: string;
  readonly kind: OrganisationKind | null;
  readonly territory: TerritoryCode | null;
  readonly standing: Standing | null;
}

/** An organisation, and where it stands today on its own clock. */
export interface StandingOrganisation {
  readonly organisation: RegisteredOrganisation;
  readonly standing: Standing;
}

/** All that is known of an organisation. */
export interface ConsultedOrganisation extends StandingOrganisation {
  readonly attached: Attached;
  /** Referrals without an answer, of either side; null for a national body, which has none. */
  readonly openFiles: number | null;
  readonly history: readonly PastAct[];
}

/** Reads the register as administrators see it: public bodies, figures, no young person. */
@Injectable()
export class ConsultRegister {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: OrganisationRegister,
    private readonly openFiles: OpenFiles,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of the list, and how many organisations there are by where they stand.
   * @param page from 1
   * @throws RegisterForbidden
   */
  async page(search: RegisterSearch, page: number, actor: Actor) {
    const all = await this.read(actor, () => this.register.known());
    const found = all
      .map(({ organisation }) => this.standing(organisation))
      .filter(({ organisation }) => matches(organisation, search));
    const shown = found.filter((one) => !search.standing || one.standing === search.standing);
    const from = (page - 1) * REGISTER_PAGE_SIZE;
    const counts = new Map<Standing, number>();
    for (const { standing } of found) counts.set(standing, (counts.get(standing) ?? 0) + 1);
    return { rows: shown.slice(from, from + REGISTER_PAGE_SIZE), total: shown.length, counts };
  }

  /** @throws RegisterForbidden, OrganisationUnknown */
  async one(id: string, actor: Actor): Promise<ConsultedOrganisation> {
    const found = await this.read(actor, async () => {
      const known = await this.register.known();
      const organisation = known.find((one) => one.organisation.id === id)?.organisation;
      if (!organisation) throw new OrganisationUnknown();
      const one = this.standing(organisation);
      const today = localDateIn(this.clock.now(), organisation.timeZone);
      const attached = await this.register.attachedTo(id, today);
      return { ...one, attached, history: await this.register.historyOf(id) };
    });
    return { ...found, openFiles: await this.openFilesOf(found.organisation, actor) };
  }

  /** Counted within the scope of the organisation itself: nobody else’s may see a referral. */
  private async openFilesOf(
    organisation: RegisteredOrganisation,
    actor: Actor,
  ): Promise<number | null> {
    if (organisation.kind === 'national') return null;
    const scope = scopeOfOrganisation(organisation);
    const reader = systemActor('register.open-files', scope, actor.correlationId);
    return this.unitOfWork.read(reader, () => this.openFiles.count());
  }

  private standing(organisation: RegisteredOrganisation): StandingOrganisation {
    const today = localDateIn(this.clock.now(), organisation.timeZone);
    return { organisation, standing: standingOn(organisation, today) };
  }

  private async read<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (!mayKeepRegister(actor)) throw new RegisterForbidden();
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }
}

function matches(one: RegisteredOrganisation, search: RegisterSearch): boolean {
  const { text, kind, territory } = search;
  const isNamed = [one.code, one.name, one.usualName].some((name) =>
    plain(name).includes(plain(text)),
  );
  return isNamed && (!kind || one.kind === kind) && (!territory || one.territory === territory);
}

/** Accents, case and kinds of apostrophe apart. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}
