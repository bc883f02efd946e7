import { Injectable } from '@nestjs/common';
import {
  contactSaid,
  hasSameContact,
  People,
  PersonCorrections,
  type ContactCorrections,
  type PersonRecord,
} from '../../../people/index.js';
import {
  decideReferral,
  hasSameDetails,
  isOpen,
  Referrals,
  type Referral,
  type ReferralChange,
  type ReferralState,
} from '../../../referrals/index.js';
import { confirmationOf, type Confirmation } from '../../../kernel/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { ReadStatements } from '../../use-cases/statements.js';
import type { DecidedAmendment, Line } from './decide-amendment.js';
import { ORIENTATIONS } from './flow.js';
import { foldLines, type FoldedReferral } from './fold-lines.js';

/** What a referral is once all that was said of it is told anew. */
export interface RetoldReferral {
  readonly folded: FoldedReferral;
  /** The command that brings its record there; null when it is there already. */
  readonly change: ReferralChange | null;
  /** Since when its record is known to be there, when only that moved. */
  readonly confirmed: Confirmation | null;
  readonly contact: DecidedAmendment['contact'];
  /** True when the person was referred elsewhere in between: only one referral is open. */
  readonly isHindered: boolean;
}

/** What a referral may become, besides what is said of it. */
interface Surroundings {
  readonly person: PersonRecord | undefined;
  /** What was corrected by hand of how to reach them, and when. */
  readonly corrected: ContactCorrections;
  readonly stateBefore: ReferralState | undefined;
  readonly isBusyElsewhere: boolean;
}

/** Weighs again all that was said of referrals, when a file took something back or came late. */
@Injectable()
export class RetellLines {
  constructor(
    private readonly statements: ReadStatements,
    private readonly referrals: Referrals,
    private readonly people: People,
    private readonly corrections: PersonCorrections,
  ) {}

  /** By referral; `more` are rows that the ledger does not hold yet, by referral. */
  async execute(
    known: readonly Referral[],
    more: ReadonlyMap<string, Line>,
    context: ApplyContext,
  ): Promise<ReadonlyMap<string, RetoldReferral>> {
    const sent = known.filter(({ state }) => state !== 'draft');
    const ids = sent.map(({ id }) => id);
    const said = await this.statements.on(ids, ORIENTATIONS, context);
    const acts = await this.referrals.actsOn(ids);
    const surroundings = await this.surroundings(sent, context);
    const retold = new Map<string, RetoldReferral>();
    for (const referral of sent) {
      const { id } = referral;
      const lines = (said.get(id) ?? []) as readonly Line[];
      const row = more.get(id);
      const ofReferral = acts.filter(({ referralId }) => referralId === id);
      const folded = foldLines(row ? [...lines, row] : lines, ofReferral);
      retold.set(id, retell(referral, folded, surroundings(referral), row?.line ?? null, context));
    }
    return retold;
  }

  private async surroundings(
    referrals: readonly Referral[],
    { emitter }: ApplyContext,
  ): Promise<(referral: Referral) => Surroundings> {
    const personIds = referrals.map(({ personId }) => personId);
    const people = await this.people.byIds(personIds);
    const byId = new Map(people.map((person) => [person.id, person]));
    const corrected = await this.corrections.contactsOf(personIds, emitter.timeZone);
    const open = await this.referrals.openOf(personIds);
    const withdrawn = referrals.filter(({ state }) => state === 'withdrawn').map(({ id }) => id);
    const before = await this.referrals.statesBeforeWithdrawal(withdrawn);
    return ({ id, personId }) => ({
      person: byId.get(personId),
      corrected: corrected.get(personId) ?? {},
      stateBefore: before.get(id),
      isBusyElsewhere: open.some((one) => one.personId === personId && one.id !== id),
    });
  }
}

function retell(
  referral: Referral,
  folded: FoldedReferral,
  around: Surroundings,
  line: number | null,
  context: ApplyContext,
): RetoldReferral {
  const wanted = stateOf(referral, folded, around.stateBefore);
  const opens = isOpen({ state: wanted }) && !isOpen(referral);
  const isHindered = opens && around.isBusyElsewhere;
  if (isHindered) return { folded, change: null, confirmed: null, contact: null, isHindered };
  const { details, asOf } = folded;
  // Once the unit has answered, or stayed silent, what was prepared for it no longer matters.
  const isWritten = isOpen({ state: wanted }) || wanted === 'withdrawn';
  const written = details && isWritten ? details : {};
  const target = { ...referral, ...written, state: wanted, asOf };
  const isThere = referral.state === target.state && hasSameDetails(referral, target);
  return {
    folded,
    change: isThere ? null : restatement(referral, target, line, context),
    confirmed: isThere ? confirmationOf(referral, asOf) : null,
    contact: isOpen(target) ? movedTo(folded, around) : null,
    isHindered,
  };
}

/** How to reach the person from now on; null where that is as it was. */
function movedTo(
  { contact: told }: FoldedReferral,
  { person, corrected }: Surroundings,
): RetoldReferral['contact'] {
  if (!told || !person) return null;
  const contact = contactSaid(told.said, { known: person.contact, corrected }, told.on);
  return hasSameContact(contact, person.contact) ? null : { person, contact };
}

/** A decision stands, whatever the mission locale takes back: the unit has answered. */
function stateOf(
  { state }: Referral,
  { details, isWithdrawn }: FoldedReferral,
  stateBefore: ReferralState | undefined,
): ReferralState {
  if (!details || isWithdrawn) return state === 'decided' ? state : 'withdrawn';
  return state === 'withdrawn' ? (stateBefore ?? 'submitted') : state;
}

function restatement(
  referral: Referral,
  target: Referral,
  line: number | null,
  { actor, today }: ApplyContext,
): ReferralChange {
  const { channel } = actor;
  const decision = decideReferral({
    referral,
    command: 'restate',
    actor: channel.kind === 'file' ? { ...actor, channel: { ...channel, line } } : actor,
    as: 'ml-file',
    effectiveOn: today,
    writes: target,
    target: target.state,
    isCorrection: true,
  });
  if (!decision.ok) throw new Error(`a file may always be told anew: ${decision.refusal}`);
  return decision.change;
}
