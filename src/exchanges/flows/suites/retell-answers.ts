import { Injectable } from '@nestjs/common';
import {
  Candidacies,
  isMasked,
  isToldAlike,
  ReadMedicalConclusions,
  restateCandidacy,
  type Candidacy,
  type CandidacyAct,
  type CandidacyChange,
  type MedicalConclusion,
} from '../../../candidacies/index.js';
import { confirmationOf, isNotOlder, type Confirmation } from '../../../kernel/index.js';
import { Referrals, type Referral } from '../../../referrals/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { ReadStatements } from '../../use-cases/statements.js';
import { fileActorOf } from '../row-fates.js';
import type { Answer } from './decide-answer.js';
import { SUITES } from './flow.js';
import { foldAnswers, type Folded, type ToldAct } from './fold-answers.js';

/** What a candidacy is once all that was said of it is told anew. */
export interface Retold {
  readonly folded: Folded;
  /** The command that brings its record there; null when it is there already. */
  readonly change: CandidacyChange | null;
  /** Since when its record is known to be there, when only that moved. */
  readonly confirmed: Confirmation | null;
}

/**
 * Weighs again all that was said of candidacies, when a file took something back or came late: files read
 * from their bytes, acts from the history (exchange.md 7.e.2-3).
 */
@Injectable()
export class RetellAnswers {
  constructor(
    private readonly statements: ReadStatements,
    private readonly candidacies: Candidacies,
    private readonly referrals: Referrals,
    private readonly readConclusions: ReadMedicalConclusions,
  ) {}

  /** By candidacy; `more` are rows that the ledger does not hold yet, by candidacy. */
  async execute(
    known: readonly Candidacy[],
    more: ReadonlyMap<string, Answer>,
    context: ApplyContext,
  ): Promise<ReadonlyMap<string, Retold>> {
    const referrals = await this.referralsOf(known);
    // A withdrawn referral closed its candidacy: whatever the unit says of it changes nothing.
    const all = known.filter(({ referralId }) => {
      return referrals.get(referralId ?? '')?.state !== 'withdrawn';
    });
    const ids = all.map(({ id }) => id);
    const said = await this.statements.on(ids, SUITES, context);
    const acts = await this.actsOn(all, context);
    const present = await this.present(all, context);
    const retold = new Map<string, Retold>();
    for (const candidacy of all) {
      const answers = (said.get(candidacy.id) ?? []) as readonly Answer[];
      const row = more.get(candidacy.id);
      const told = {
        answers: row ? [...answers, row] : answers,
        acts: acts.get(candidacy.id) ?? [],
      };
      const opened = openedAs(candidacy, referrals.get(candidacy.referralId ?? ''), told.answers);
      const folded = foldAnswers(opened, told, { ...context, actor: fileActorOf(context) });
      const target = this.isUntold(folded, told.acts)
        ? untold(opened, candidacy)
        : folded.candidacy;
      const medical = { present: present.get(candidacy.id) ?? null, told: folded.medical };
      const change = changeTo(target, candidacy, medical, context, row?.line ?? null);
      const confirmed = change ? null : confirmationOf(candidacy, target.asOf);
      retold.set(candidacy.id, { folded, change, confirmed });
    }
    return this.withFreeNumbers(retold, context);
  }

  private isUntold({ taken }: Folded, acts: readonly ToldAct[]): boolean {
    return taken.size === 0 && acts.length === 0;
  }

  private async referralsOf(candidacies: readonly Candidacy[]): Promise<Map<string, Referral>> {
    const ids = candidacies.flatMap(({ referralId }) => referralId ?? []);
    const referrals = await this.referrals.byIds(ids);
    return new Map(referrals.map((one) => [one.id, one]));
  }

  private async actsOn(
    candidacies: readonly Candidacy[],
    { actor }: ApplyContext,
  ): Promise<Map<string, ToldAct[]>> {
    const acts = await this.candidacies.actsOn(candidacies.map(({ id }) => id));
    const masked = acts.filter(({ said }) => isMasked(said.decision));
    const ids = [...new Set(masked.map(({ candidacyId }) => candidacyId))];
    const sealed = await this.readConclusions.history(ids, actor);
    const found = new Map<string, ToldAct[]>();
    for (const act of acts) {
      const known = sealed.filter((one) => isKnownTo(act, one));
      const medical = isMasked(act.said.decision) ? (known.at(-1)?.conclusion ?? null) : null;
      found.set(act.candidacyId, [...(found.get(act.candidacyId) ?? []), { act, medical }]);
    }
    return found;
  }

  private present(
    candidacies: readonly Candidacy[],
    { actor }: ApplyContext,
  ): Promise<Map<string, MedicalConclusion>> {
    const masked = candidacies.filter(({ decision }) => isMasked(decision));
    return this.readConclusions.execute(
      masked.map(({ id }) => id),
      'decision',
      actor,
    );
  }

  /** A number taken back may name another file by now: then the record keeps the one it has. */
  private async withFreeNumbers(
    retold: ReadonlyMap<string, Retold>,
    { emitter }: ApplyContext,
  ): Promise<ReadonlyMap<string, Retold>> {
    const changes = [...retold.values()].flatMap(({ change }) => change ?? []);
    const taken = changes.filter(({ before, after }) => {
      return after.unitFileNumber !== null && after.unitFileNumber !== before.unitFileNumber;
    });
    const numbers = [...new Set(taken.flatMap(({ after }) => after.unitFileNumber ?? []))];
    const holders = await this.candidacies.byUnitFileNumbers(emitter.id, numbers);
    const held = new Map(holders.map(({ unitFileNumber, id }) => [unitFileNumber, id]));
    const found = new Map(retold);
    for (const { before, after } of taken) {
      const one = found.get(after.id);
      const holder = held.get(after.unitFileNumber) ?? after.id;
      held.set(after.unitFileNumber, holder);
      if (!one?.change || holder === after.id) continue;
      const kept = { ...after, unitFileNumber: before.unitFileNumber };
      const isThere = isToldAlike(before, kept);
      found.set(after.id, {
        ...one,
        change: isThere ? null : { ...one.change, after: kept },
        confirmed: isThere ? confirmationOf(before, kept.asOf) : null,
      });
    }
    return found;
  }
}

function isKnownTo(
  { candidacyId, recordedAt }: CandidacyAct,
  sealed: { readonly candidacyId: string; readonly recordedAt: string },
): boolean {
  return sealed.candidacyId === candidacyId && sealed.recordedAt <= recordedAt;
}

/** The candidacy before anybody of the unit said anything of it. */
function openedAs(
  candidacy: Candidacy,
  referral: Referral | undefined,
  answers: readonly Answer[],
): Candidacy {
  const [first] = answers.toSorted((one, other) => (isNotOlder(other.asOf, one.asOf) ? -1 : 1));
  const since = referral?.referredOn ?? first?.row.date_etat ?? candidacy.stateOn;
  return {
    ...candidacy,
    state: 'received',
    stateOn: since,
    unitFileNumber: null,
    acknowledgedOn: null,
    convokedOn: null,
    decision: null,
    asOf: null,
  };
}

/**
 * Nothing is left of what was said: a referral waits for its answer again; whoever applied directly, and
 * is known from that file only, has a closed file that keeps its number, should they be told again.
 */
function untold(opened: Candidacy, { referralId, unitFileNumber }: Candidacy): Candidacy {
  return referralId === null ? { ...opened, state: 'closed', unitFileNumber } : opened;
}

/** True for the file of someone who applied directly, once nothing is left of what was said of it. */
export function isUntold({ referralId, state, asOf }: Candidacy): boolean {
  return referralId === null && state === 'closed' && asOf === null;
}

function changeTo(
  target: Candidacy,
  candidacy: Candidacy,
  medical: { readonly present: MedicalConclusion | null; readonly told: MedicalConclusion | null },
  context: ApplyContext,
  line: number | null,
): CandidacyChange | null {
  const isSealed = isSameConclusion(medical.present, medical.told);
  const isThere = isToldAlike(candidacy, target) && (!isMasked(target.decision) || isSealed);
  if (isThere) return null;
  const { channel } = context.actor;
  const actor =
    channel.kind === 'file' ? { ...context.actor, channel: { ...channel, line } } : context.actor;
  return restateCandidacy({
    candidacy,
    target,
    conclusion: isMasked(target.decision) && !isSealed ? medical.told : null,
    actor,
    effectiveOn: target.stateOn,
  });
}

function isSameConclusion(one: MedicalConclusion | null, other: MedicalConclusion | null): boolean {
  return one?.code === other?.code && one?.reexaminationOn === other?.reexaminationOn;
}
