import { Injectable } from '@nestjs/common';
import { Clock, localDateIn } from '../../kernel/index.js';
import type { CodeStanding, LocalDate, OrganisationKind } from '../../kernel/index.js';
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
    const lists = referenceLists(organisations, on, await this.notices.inForceOn(on));
    const references = referenceLookup(lists);
    const { code } = emitter;
    return { on, emitterCode: code, communes: communeLookup(this.communes), references, file };
  }
}

/** Codes in force, by list; a list left out is not at hand. */
export type ReferenceLists = Partial<Record<ReferenceList, ReadonlySet<string>>>;

/** The lists of the service as they stand on a day. */
export function referenceLists(
  organisations: readonly Pick<Organisation, 'code' | 'kind' | 'validFrom' | 'validTo'>[],
  on: LocalDate,
  notices?: readonly string[],
): ReferenceLists {
  const current = organisations.filter((one) => isActiveOn(one, on));
  const codes = (kind: OrganisationKind): ReadonlySet<string> =>
    new Set(current.filter((one) => one.kind === kind).map(({ code }) => code));
  return {
    code_structure: codes('mission-locale'),
    code_unite: codes('unit'),
    ...(notices ? { version_notice: new Set(notices) } : {}),
  };
}

/** These lists as the row checks ask for them. */
export function referenceLookup(lists: ReferenceLists): ReferenceLookup {
  return {
    standingOf: (list, code): CodeStanding | undefined => {
      const known = lists[list];
      return known && { standing: known.has(code) ? 'current' : 'unknown' };
    },
  };
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
