import { Injectable } from '@nestjs/common';
import { Candidacies, type Candidacy } from '../../candidacies/index.js';
import {
  IdentityContexts,
  People,
  type PersonRecord,
  type ResolveContext,
} from '../../people/index.js';
import { Referrals, type Referral } from '../../referrals/index.js';
import type { NamingRow } from './unit-block/columns.js';

/** The candidacies that a chunk of rows may speak of, read in a few set-based queries. */
export interface CandidacyRecords {
  readonly referralsByReference: ReadonlyMap<string, readonly Referral[]>;
  readonly referralsById: ReadonlyMap<string, Referral>;
  readonly byReferral: ReadonlyMap<string, Candidacy>;
  readonly byFileNumber: ReadonlyMap<string, Candidacy>;
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** What identities are judged with. */
  readonly identities: ResolveContext;
}

/** Reads the candidacies that rows of a unit name, under the scope of the unit that sends them. */
@Injectable()
export class ReadCandidacyRecords {
  constructor(
    private readonly referrals: Referrals,
    private readonly candidacies: Candidacies,
    private readonly people: People,
    private readonly identities: IdentityContexts,
  ) {}

  async execute(unitId: string, rows: readonly NamingRow[]): Promise<CandidacyRecords> {
    const references = rows.flatMap((row) => row.reference_orientation ?? []);
    const numbers = rows.map((row) => row.numero_dossier_unite);
    const referrals = await this.referrals.byReferences([...new Set(references)]);
    const ofReferrals = await this.candidacies.ofReferrals(referrals.map(({ id }) => id));
    const ofNumbers = await this.candidacies.byUnitFileNumbers(unitId, [...new Set(numbers)]);
    const all = [...ofReferrals, ...ofNumbers];
    const people = await this.people.byIds([...new Set(all.map(({ personId }) => personId))]);
    return {
      referralsByReference: byReference(referrals),
      referralsById: new Map(referrals.map((one) => [one.id, one])),
      byReferral: new Map(ofReferrals.map((one) => [one.referralId ?? '', one])),
      byFileNumber: new Map(ofNumbers.map((one) => [one.unitFileNumber ?? '', one])),
      people: new Map(people.map((one) => [one.id, one])),
      identities: await this.identities.about(people.map(({ id }) => id)),
    };
  }
}

/** Two missions locales may use one reference: all that match are kept. */
function byReference(referrals: readonly Referral[]): Map<string, Referral[]> {
  const found = new Map<string, Referral[]>();
  for (const referral of referrals) {
    const same = found.get(referral.reference) ?? [];
    found.set(referral.reference, [...same, referral]);
  }
  return found;
}
