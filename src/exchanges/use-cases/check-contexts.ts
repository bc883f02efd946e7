import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type CodeStanding } from '../../kernel/index.js';
import {
  CommuneDirectory,
  COUNTRIES,
  isActiveOn,
  isBirthplace,
  OrganisationDirectory,
  type Organisation,
} from '../../organisations/index.js';
import { PrivacyNotices } from '../../people/index.js';
import type {
  CheckContext,
  CommuneLookup,
  FileFacts,
  ReferenceList,
  ReferenceLookup,
} from '../flow/index.js';

/** Prepares what rows are checked against: reference data of the day, scope of the emitter. */
@Injectable()
export class CheckContexts {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly notices: PrivacyNotices,
    private readonly communes: CommuneDirectory,
    private readonly clock: Clock,
  ) {}

  /** The context of one file of `emitter`; inside a unit of work. */
  async of(emitter: Organisation, file: FileFacts): Promise<CheckContext> {
    const on = localDateIn(this.clock.now(), emitter.timeZone);
    const organisations = await this.organisations.all();
    const current = organisations.filter((one) => isActiveOn(one, on));
    const lists: Record<Exclude<ReferenceList, 'filiere'>, ReadonlySet<string>> = {
      code_structure: codes(current, 'mission-locale'),
      code_unite: codes(current, 'unit'),
      version_notice: new Set(await this.notices.inForceOn(on)),
    };
    const references: ReferenceLookup = {
      standingOf: (list, code): CodeStanding | undefined => {
        if (list === 'filiere') return undefined;
        return { standing: lists[list].has(code) ? 'current' : 'unknown' };
      },
    };
    const { code } = emitter;
    return { on, emitterCode: code, communes: communeLookup(this.communes), references, file };
  }
}

/** The communes of the register as the row checks ask for them. */
export function communeLookup(communes: CommuneDirectory): CommuneLookup {
  return {
    isKnown: (code) => isBirthplace(code, communes, COUNTRIES) && !isFormer(communes, code),
    isFormer: (code) => isFormer(communes, code),
    successorOf: (code) => communes.currentOf(code),
  };
}

function isFormer(communes: CommuneDirectory, code: string): boolean {
  const current = communes.currentOf(code);
  return current !== undefined && current !== code;
}

function codes(organisations: readonly Organisation[], kind: string): ReadonlySet<string> {
  return new Set(organisations.filter((one) => one.kind === kind).map(({ code }) => code));
}
