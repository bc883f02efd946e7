import { Injectable } from '@nestjs/common';
import { Contracts, overlaps, type Contract } from '../../../cej/index.js';
import { lastDay } from '../../../kernel/index.js';
import {
  IdentityContexts,
  People,
  type PersonRecord,
  type ResolveContext,
} from '../../../people/index.js';
import { Referrals, type Referral } from '../../../referrals/index.js';
import type { ContractMonthRow } from './columns.js';
import { datesOf, type ContractMonth } from './plan-month.js';

/** Everything a chunk of rows may speak of, read in a few set-based queries. */
export interface MonthRecords {
  readonly byReference: ReadonlyMap<string, Referral>;
  readonly people: ReadonlyMap<string, PersonRecord>;
  readonly contracts: ReadonlyMap<string, readonly Contract[]>;
  /** What identities are judged with. */
  readonly identities: ResolveContext;
}

/** Reads the records of a chunk of CEM rows, under the scope of the mission locale that sends them. */
@Injectable()
export class ReadMonthRecords {
  constructor(
    private readonly referrals: Referrals,
    private readonly people: People,
    private readonly contracts: Contracts,
    private readonly identities: IdentityContexts,
  ) {}

  async execute(months: readonly ContractMonth[]): Promise<MonthRecords> {
    const references = months.map(({ row }) => row.reference_orientation);
    const found = await this.referrals.byReferences([...new Set(references)]);
    // A draft was never sent: nobody speaks of it.
    const sent = found.filter(({ state }) => state !== 'draft');
    const personIds = [...new Set(sent.map(({ personId }) => personId))];
    const people = await this.people.byIds(personIds);
    return {
      byReference: new Map(sent.map((referral) => [referral.reference, referral])),
      people: new Map(people.map((person) => [person.id, person])),
      contracts: await this.contractsOf(personIds),
      identities: await this.identities.about(people.map(({ id }) => id)),
    };
  }

  private async contractsOf(personIds: readonly string[]): Promise<Map<string, Contract[]>> {
    const found = await this.contracts.ofSamePeople(personIds);
    return new Map(
      [...found].map(([id, contracts]) => [id, contracts.filter(({ scheme }) => scheme === 'CEJ')]),
    );
  }
}

/** The contract that a row speaks of: that of its dates, else the last that had begun in its month. */
export function contractOf(row: ContractMonthRow, known: readonly Contract[]): Contract | null {
  const dates = datesOf(row);
  if (!dates) return known.findLast(({ startsOn }) => startsOn <= lastDay(row.mois)) ?? null;
  const same = known.filter((one) => overlaps(one, dates));
  return same.find(({ startsOn }) => startsOn === dates.startsOn) ?? same[0] ?? null;
}
