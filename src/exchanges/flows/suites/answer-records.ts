import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/index.js';
import {
  Candidacies,
  isMasked,
  ReadMedicalConclusions,
  type Candidacy,
  type MedicalConclusion,
} from '../../../candidacies/index.js';
import {
  IdentityContexts,
  People,
  type PersonRecord,
  type ResolveContext,
} from '../../../people/index.js';
import { Referrals, type Referral } from '../../../referrals/index.js';
import type { CheckedRow } from '../../use-cases/flow-ports.js';
import type { AnswerRow } from './columns.js';

/** Everything a chunk of rows may speak of, read in a few set-based queries. */
export interface AnswerRecords {
  readonly referralsByReference: ReadonlyMap<string, readonly Referral[]>;
  readonly referralsById: ReadonlyMap<string, Referral>;
  readonly byReferral: ReadonlyMap<string, Candidacy>;
  readonly byFileNumber: ReadonlyMap<string, Candidacy>;
  readonly people: ReadonlyMap<string, PersonRecord>;
  readonly conclusions: ReadonlyMap<string, MedicalConclusion>;
  /** What identities are judged with. */
  readonly identities: ResolveContext;
}

/** Reads the records of a chunk of SUI rows, under the scope of the unit that sends them. */
@Injectable()
export class ReadAnswerRecords {
  constructor(
    private readonly referrals: Referrals,
    private readonly candidacies: Candidacies,
    private readonly people: People,
    private readonly identities: IdentityContexts,
    private readonly readConclusions: ReadMedicalConclusions,
  ) {}

  async execute(unitId: string, rows: readonly CheckedRow[], actor: Actor): Promise<AnswerRecords> {
    const answers = rows.map(({ row }) => row as AnswerRow);
    const references = answers.flatMap((row) => row.reference_orientation ?? []);
    const numbers = answers.map((row) => row.numero_dossier_unite);
    const referrals = await this.referrals.byReferences([...new Set(references)]);
    const ofReferrals = await this.candidacies.ofReferrals(referrals.map(({ id }) => id));
    const ofNumbers = await this.candidacies.byUnitFileNumbers(unitId, [...new Set(numbers)]);
    const all = [...ofReferrals, ...ofNumbers];
    const people = await this.people.byIds([...new Set(all.map(({ personId }) => personId))]);
    const masked = all.filter(({ decision }) => isMasked(decision)).map(({ id }) => id);
    const conclusions = await this.readConclusions.execute([...new Set(masked)], 'decision', actor);
    return {
      referralsByReference: byReference(referrals),
      referralsById: new Map(referrals.map((one) => [one.id, one])),
      byReferral: new Map(ofReferrals.map((one) => [one.referralId ?? '', one])),
      byFileNumber: new Map(ofNumbers.map((one) => [one.unitFileNumber ?? '', one])),
      people: new Map(people.map((one) => [one.id, one])),
      conclusions,
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
