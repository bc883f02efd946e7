import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '../../kernel/index.js';
import {
  CommuneDirectory,
  OrganisationDirectory,
  type Organisation,
} from '../../organisations/index.js';
import {
  isMinorOn,
  People,
  RegisterPeople,
  type ContactDetails,
  type PersonRecord,
} from '../../people/index.js';
import { isActive } from '../domain/return-episode.js';
import { ATTACHING } from '../domain/transfer-codes.js';
import { MakeProposal } from './make-proposal.js';
import { Returns, type NamedReturn } from './ports.js';
import { Transfers } from './transfer-ports.js';

/** Who left a unit and agrees to be followed, with how to reach them, as the unit says it. */
export interface Leaver {
  readonly volunteerId: string;
  readonly leftOn: LocalDate;
  readonly contact: ContactDetails;
  /** The mission locale that the unit names; null when the commune has to say which. */
  readonly missionLocaleCode: string | null;
  readonly actor: Actor;
}

/**
 * Finds the mission locale of leavers whom none referred, by the commune they live in, as of the day they
 * left, and proposes them there (ADR 0048). Where the commune names several or none, and for a minor,
 * the return stays with the unit, to be attached by hand.
 */
@Injectable()
export class AttachLeavers {
  constructor(
    private readonly returns: Returns,
    private readonly transfers: Transfers,
    private readonly people: People,
    private readonly register: RegisterPeople,
    private readonly organisations: OrganisationDirectory,
    private readonly communes: CommuneDirectory,
    private readonly making: MakeProposal,
  ) {}

  /** Only inside a unit of work of the unit. */
  async execute(unitId: string, leavers: readonly Leaver[]): Promise<void> {
    const returns = await this.unattached(leavers);
    if (returns.size === 0) return;
    // A file may say one exit twice: the last row holds.
    const byService = new Map(leavers.map((leaver) => [leaver.volunteerId, leaver]));
    const waiting = [...byService.values()].filter(({ volunteerId }) => returns.has(volunteerId));
    const people = await this.reachable(unitId, waiting, returns);
    const latest = await this.transfers.latestOf(
      [...returns.values()].map(({ episode }) => episode.id),
    );
    for (const { volunteerId, leftOn, contact, missionLocaleCode, actor } of waiting) {
      const named = returns.get(volunteerId);
      const person = people.get(named?.personId ?? '');
      const code = missionLocaleCode ?? (await this.codeOf(contact.communeCode, leftOn));
      const to = code === null ? undefined : await this.organisations.byCode(code);
      if (!named || !person || !isAsked(to, person, leftOn)) continue;
      const last = latest.get(named.episode.id);
      // Nobody is asked twice: the photo of each month says the same exit again.
      if (last?.toId === to.id) continue;
      const isPending = last?.state === 'proposed' || last?.state === 'accepted';
      await this.making.execute({ named, person, to, reason: ATTACHING, isPending, actor });
    }
  }

  /** By service, the returns that no mission locale follows. */
  private async unattached(leavers: readonly Leaver[]): Promise<ReadonlyMap<string, NamedReturn>> {
    const latest = await this.returns.latestOf(leavers.map(({ volunteerId }) => volunteerId));
    const own = [...latest.values()].filter(
      (episode) => isActive(episode) && episode.missionLocaleId === null && episode.cause !== null,
    );
    const named = own.length > 0 ? await this.returns.namesOf(own.map(({ id }) => id)) : [];
    return new Map(named.map((one) => [one.episode.volunteerId, one]));
  }

  /** Keeps how to reach them in the unit's own file, which is handed over on a yes and forgotten with it. */
  private async reachable(
    unitId: string,
    leavers: readonly Leaver[],
    returns: ReadonlyMap<string, NamedReturn>,
  ): Promise<ReadonlyMap<string, PersonRecord>> {
    const ids = [...returns.values()].map(({ personId }) => personId);
    const records = new Map((await this.people.byIds(ids)).map((one) => [one.id, one]));
    await this.register.save(
      unitId,
      leavers.flatMap(({ volunteerId, contact, leftOn: saidOn }) => {
        const record = records.get(returns.get(volunteerId)?.personId ?? '');
        if (record?.organisationId !== unitId) return [];
        const found = { kind: 'registered', personId: record.id, gaps: [], record } as const;
        return [{ found, details: { ...record, contact }, saidOn }];
      }),
    );
    return new Map((await this.people.byIds(ids)).map((one) => [one.id, one]));
  }

  /** The one mission locale of the commune on that day; null when there are several or none. */
  private async codeOf(communeCode: string | null, on: LocalDate): Promise<string | null> {
    if (communeCode === null || !this.communes.isKnown(communeCode)) return null;
    const routing = await this.organisations.missionLocaleOf(communeCode, on);
    return routing.state === 'routed' ? routing.missionLocaleCode : null;
  }
}

/** Of a minor nothing passes on without a human, who has the guardian's agreement before their eyes. */
function isAsked(
  to: Organisation | undefined,
  { identity }: PersonRecord,
  leftOn: LocalDate,
): to is Organisation {
  return to?.kind === 'mission-locale' && !isMinorOn(identity.birthDate, leftOn);
}
