import { Injectable } from '@nestjs/common';
import { UnitOfWork, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { longDate, typeset } from '../../../platform/french/index.js';
import type { Fact } from '../../../platform/pages/index.js';
import { PersonPaths, type PathPart, type PersonPath } from '../../../referrals/index.js';
import {
  RETURN_CAUSE_WORDS,
  RETURN_STATE_WORDS,
  ReturnPresenter,
  ReturnQueries,
  RETURNS_PATH,
  type ReturnCause,
  type ReturnState,
  type ReturnView,
} from '../../../returns/index.js';
import {
  ServiceList,
  ServiceSections,
  VOLUNTEER_STATE_WORDS,
  VolunteerQueries,
  VOLUNTEERS_PATH,
} from '../../../volunteers/index.js';
import { FollowUpPresenter } from '../../http/follow-up.presenter.js';
import { ConsultFollowUps } from '../../use-cases/consult-follow-ups.js';
import { stepLater, stepNow, type NamedService } from './next-step.rules.js';

/** Services and returns shown on the page of somebody: nobody has as many. */
const MOST = 50;

/** What became of somebody, over all their files, on their page; part of that reading. */
@Injectable()
export class ReadPersonPath extends PersonPaths {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly services: VolunteerQueries,
    private readonly list: ServiceList,
    private readonly returns: ReturnQueries,
    private readonly presenter: ReturnPresenter,
    private readonly sections: ServiceSections,
    private readonly followUps: ConsultFollowUps,
    private readonly followUpPresenter: FollowUpPresenter,
    private readonly organisations: OrganisationDirectory,
  ) {
    super();
  }

  override ofPerson(personId: string, actor: PersonActor): Promise<PersonPath> {
    return this.unitOfWork.read(actor, async () => {
      const services = await this.servicesOf(personId);
      const found = await this.returns.page({ personId }, MOST, null);
      const returns = await this.presenter.views(found.items, actor);
      const followUps = await Promise.all(
        services.map(({ volunteer }) => this.followUps.part(volunteer.id, actor)),
      );
      const known = {
        services,
        returns,
        awaited: await this.awaitedOf(personId),
        followUps: await this.followUpPresenter.unnamed(followUps.flat(), actor),
      };
      return {
        now: stepNow(known),
        later: stepLater(known),
        services: await Promise.all(services.map((one) => this.servicePart(one, actor))),
        returns: returns.map(returnPart),
      };
    });
  }

  private async servicesOf(personId: string): Promise<NamedService[]> {
    const { items } = await this.services.page({ personId }, MOST, null);
    return Promise.all(
      items.map(async ({ volunteer }) => ({
        volunteer,
        unit: await this.nameOf(volunteer.unitId),
      })),
    );
  }

  private async awaitedOf(personId: string) {
    const awaited = await this.list.awaitedOf(personId);
    return Promise.all(
      awaited.map(async (one) => ({ awaited: one, unit: await this.nameOf(one.unitId) })),
    );
  }

  private async servicePart(one: NamedService, actor: PersonActor): Promise<PathPart> {
    const { volunteer, unit } = one;
    const sections = await this.sections.ofService(volunteer.id, actor);
    return {
      href: `${VOLUNTEERS_PATH}/${volunteer.id}`,
      title: unit,
      facts: [...serviceFacts(one), ...sections.flatMap(({ facts }) => facts)],
    };
  }

  private async nameOf(id: string): Promise<string> {
    return (await this.organisations.byId(id))?.usualName ?? '';
  }
}

function serviceFacts({ volunteer }: NamedService): Fact[] {
  const { state, incorporatedOn, plannedEndOn, exit } = volunteer;
  return [
    { label: 'Situation', value: VOLUNTEER_STATE_WORDS[state].label },
    ...dated('Incorporation', incorporatedOn),
    ...(exit ? dated('Sortie', exit.exitedOn) : dated('Fin prévue', plannedEndOn)),
  ];
}

function returnPart(view: ReturnView): PathPart {
  const { id, endsOn, state, cause, next, transfer } = view;
  const isElsewhere = state === 'transferred' && transfer !== null;
  return {
    href: `${RETURNS_PATH}/${id}`,
    title: `Retour du ${longDate(endsOn as LocalDate)}`,
    facts: [
      { label: 'État', value: RETURN_STATE_WORDS[state as ReturnState].label },
      ...(cause === null
        ? []
        : [{ label: 'Motif', value: RETURN_CAUSE_WORDS[cause as ReturnCause] }]),
      ...(isElsewhere ? [{ label: 'Suivi par', value: transfer.to.name }] : []),
      ...(next
        ? [
            {
              label: 'À faire',
              value: typeset(`${next.label}, avant le ${longDate(next.dueOn as LocalDate)}`),
            },
          ]
        : []),
    ],
  };
}

function dated(label: string, day: LocalDate | null): Fact[] {
  return day === null ? [] : [{ label, value: longDate(day) }];
}
