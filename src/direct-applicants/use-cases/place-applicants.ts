import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import {
  CommuneDirectory,
  COUNTRIES,
  hasDuty,
  isActiveOn,
  isBirthplace,
  OrganisationDirectory,
  type Routing,
} from '../../organisations/index.js';
import type { DirectApplicant, DirectState, SaidApplicant } from '../domain/direct-applicant.js';
import { placeOf, stateOfPlace } from '../domain/place-applicant.rules.js';

/** Where an applicant lives and since when the unit has decided. */
export interface Residence {
  readonly residenceCode: string;
  readonly decidedOn: LocalDate;
}

/** Where an applicant is placed, as the register says it. */
export interface Placed {
  readonly state: DirectState;
  readonly missionLocaleId: string | null;
}

const TRAY: Placed = { state: 'to-assign', missionLocaleId: null };

/** Finds the mission locale that invites an applicant, by the coverage of the day of the decision. */
@Injectable()
export class PlaceApplicants {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly communes: CommuneDirectory,
  ) {}

  /** True for a commune, even one that merged since, a country, or `99999` unknown. */
  isResidence(code: string): boolean {
    return isBirthplace(code, this.communes, COUNTRIES);
  }

  /** Null for who has no known commune, or lives abroad. */
  async routingOf({ residenceCode, decidedOn }: Residence): Promise<Routing | null> {
    if (!this.communes.isKnown(residenceCode)) return null;
    return this.organisations.missionLocaleOf(residenceCode, decidedOn);
  }

  /**
   * The place of somebody of whom the unit says something new. What it chose by hand holds while the
   * commune is the same, and so does the tray of whom a mission locale gave back. One that closed since
   * keeps whom it had; nobody is told to it anew, and nothing more passes to it.
   */
  async placeAgain(
    current: DirectApplicant,
    said: SaidApplicant,
    chosenCode: string | null,
    today: LocalDate,
  ): Promise<Placed | undefined> {
    const { state, missionLocaleId, unitId } = current;
    const here = await this.organisations.byId(missionLocaleId ?? '');
    const isChosen = chosenCode !== null && chosenCode !== here?.code;
    const isHome = current.residenceCode === said.residenceCode && state !== 'withdrawn';
    const hasAgreed = said.agreement !== null;
    const stays = isHome && !isChosen;
    if (stays && state === 'to-assign') return { state, missionLocaleId };
    if (!stays || !here) return this.place(said, { code: chosenCode, hasAgreed, unitId }, today);
    const isClosed = !isActiveOn(here, today);
    if (isClosed && hasAgreed === (current.agreement !== null)) {
      return { state: state === 'answered' ? 'announced' : state, missionLocaleId };
    }
    return this.place(said, { code: isClosed ? null : here.code, hasAgreed, unitId }, today);
  }

  /**
   * The place of an applicant of a unit. A mission locale that the unit chose must be in force today;
   * undefined when it is not, or is none.
   */
  async place(
    residence: Residence,
    choice: { readonly code: string | null; readonly hasAgreed: boolean; readonly unitId: string },
    today: LocalDate,
  ): Promise<Placed | undefined> {
    const { code: chosenCode, hasAgreed, unitId } = choice;
    const place = placeOf({ routing: await this.routingOf(residence), chosenCode });
    if (place.kind !== 'mission-locale') {
      return { state: stateOfPlace(place, hasAgreed, false), missionLocaleId: null };
    }
    const found = await this.organisations.byCode(place.code);
    const isOne = found?.kind === 'mission-locale' && isActiveOn(found, today);
    if (!found || !isOne) {
      // The coverage names one that closed: somebody chooses, nobody is lost.
      return chosenCode === null ? TRAY : undefined;
    }
    const convention = await this.organisations.conventionBetween(found.id, unitId, today);
    const isBound = convention !== undefined && hasDuty(convention, 'direct-applicant-invitation');
    return { state: stateOfPlace(place, hasAgreed, isBound), missionLocaleId: found.id };
  }
}
