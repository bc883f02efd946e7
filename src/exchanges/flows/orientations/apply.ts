import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { IdentityContexts, People, PersonCorrections } from '../../../people/index.js';
import {
  detailIssues,
  Referrals,
  ReferYoungPeople,
  WithdrawReferrals,
  type Referral,
  type ReferralRequest,
  type ReferralResult,
} from '../../../referrals/index.js';
import { isBlocking, isRowFaultCode } from '../../catalogue/index.js';
import {
  FlowApplication,
  type ApplyContext,
  type CheckedRow,
  type RowFate,
} from '../../use-cases/flow-ports.js';
import { rounds } from '../rounds.js';
import { actorOfLine, inOrder, type RowRefusal } from '../row-fates.js';
import {
  decideAmendment,
  ORIENTATION_FATES,
  resourceOf,
  type DecidedAmendment,
  type Line,
} from './decide-amendment.js';
import { detailsOf, personOf } from './referral-of-row.js';
import { RetellLines, type RetoldReferral } from './retell-lines.js';

/** Applies ORI rows: each becomes what an adviser of the mission locale would have done. */
@Injectable()
export class ApplyOrientations extends FlowApplication {
  constructor(
    private readonly referrals: Referrals,
    private readonly people: People,
    private readonly identities: IdentityContexts,
    private readonly corrections: PersonCorrections,
    private readonly retellLines: RetellLines,
    private readonly referYoungPeople: ReferYoungPeople,
    private readonly withdrawReferrals: WithdrawReferrals,
    private readonly organisations: OrganisationDirectory,
  ) {
    super();
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const lines = rows as readonly Line[];
    const fates: RowFate[] = [];
    const inTurn = rounds(lines, ({ row }) => [row.reference_orientation]);
    for (const [turn, round] of inTurn.entries()) {
      // Two rows of one file on one record: what replaces is only whole once both are written down.
      const isLate = turn > 0 && context.isReplacing;
      for (const fate of await this.applyRound(round, context)) {
        fates.push(isLate ? { ...fate, isLate } : fate);
      }
    }
    return inOrder(lines, fates);
  }

  override async retell(
    resourceIds: readonly string[],
    context: ApplyContext,
    more: ReadonlyMap<string, CheckedRow> = new Map(),
  ): Promise<void> {
    const known = await this.referrals.byIds(resourceIds);
    const lines = more as ReadonlyMap<string, Line>;
    const retold = await this.retellLines.execute(known, lines, context);
    await this.write([...retold.values()]);
  }

  override async takeBack(resourceId: string, context: ApplyContext): Promise<boolean> {
    const known = await this.referrals.byIds([resourceId]);
    const retold = await this.retellLines.execute(known, new Map(), context);
    const told = retold.get(resourceId);
    if (!told || told.isHindered) return false;
    await this.write([told]);
    return true;
  }

  private async write(
    retold: readonly Pick<RetoldReferral, 'change' | 'contact' | 'confirmed'>[],
  ): Promise<void> {
    await this.withdrawReferrals.writeAll(retold.flatMap(({ change }) => change ?? []));
    await this.refreshContacts(retold);
    await this.referrals.confirmAll(retold.flatMap(({ confirmed }) => confirmed ?? []));
  }

  /** Rows of which all that was said before has to be weighed anew. */
  private async retellWith(
    decided: readonly DecidedAmendment[],
    lines: readonly Line[],
    context: ApplyContext,
  ): Promise<readonly DecidedAmendment[]> {
    const rows = new Map<string, Line>();
    const known = decided.flatMap(({ toRetell }, index) => {
      const line = lines[index];
      if (toRetell && line) rows.set(toRetell.id, line);
      return toRetell ?? [];
    });
    if (known.length === 0) return decided;
    const retold = await this.retellLines.execute(known, rows, context);
    return decided.map((one, index) => {
      const line = lines[index];
      const found = one.toRetell && retold.get(one.toRetell.id);
      return line && found ? decideRetold(line, one, found) : one;
    });
  }

  private async applyRound(lines: readonly Line[], context: ApplyContext): Promise<RowFate[]> {
    const references = lines.map(({ row }) => row.reference_orientation);
    const found = await this.referrals.byReferences(references);
    const byReference = new Map(found.map((referral) => [referral.reference, referral]));
    const known = lines.flatMap((line) => {
      const referral = byReference.get(line.row.reference_orientation);
      return referral ? [{ line, referral }] : [];
    });
    const unknown = lines.filter(({ row }) => !byReference.has(row.reference_orientation));
    const amended = await this.amend(known, context);
    return [...amended, ...(await this.refer(unknown, context))];
  }

  /** Referrals already on file: withdrawn, brought up to date, or as they were. */
  private async amend(
    known: readonly { line: Line; referral: Referral }[],
    context: ApplyContext,
  ): Promise<RowFate[]> {
    const people = await this.people.byIds(known.map(({ referral }) => referral.personId));
    const byId = new Map(people.map((person) => [person.id, person]));
    const ids = [...byId.keys()];
    const identities = await this.identities.about(ids);
    const corrected = await this.corrections.contactsOf(ids, context.emitter.timeZone);
    const alone: DecidedAmendment[] = [];
    for (const { line, referral } of known) {
      const person = byId.get(referral.personId);
      if (!person) throw new Error('whoever reads a referral reads its person');
      const named = await this.organisations.byCode(line.row.code_unite);
      const of = {
        ...{ referral, person, identities },
        namedUnitId: named?.id,
        corrected: corrected.get(person.id) ?? {},
      };
      alone.push(decideAmendment(line, of, context));
    }
    const lines = known.map(({ line }) => line);
    const decided = await this.retellWith(alone, lines, context);
    await this.write(decided);
    return decided.map(({ fate }) => fate);
  }

  /** How to reach a person follows the latest row; who they are does not. */
  private async refreshContacts(
    decided: readonly Pick<DecidedAmendment, 'contact'>[],
  ): Promise<void> {
    const moved = decided.flatMap(({ contact }) => contact ?? []);
    const byPerson = new Map(
      moved.map(({ person: { id, imiloId }, contact }) => [id, { id, imiloId, contact }]),
    );
    await this.people.updateContacts([...byPerson.values()]);
  }

  /** Referrals the service does not know yet. */
  private async refer(lines: readonly Line[], context: ApplyContext): Promise<RowFate[]> {
    const fates: RowFate[] = [];
    const ready: { line: Line; request: ReferralRequest }[] = [];
    for (const line of lines) {
      const request = await this.requestOf(line, context);
      if ('code' in request) fates.push(ORIENTATION_FATES.refused(line, request));
      else ready.push({ line, request });
    }
    const results = await this.referYoungPeople.execute(
      context.emitter.id,
      ready.map(({ request }) => request),
    );
    for (const [index, { line }] of ready.entries()) {
      const result = results[index];
      if (result) fates.push(fateOfResult(line, result));
    }
    return fates;
  }

  private async requestOf(
    line: Line,
    context: ApplyContext,
  ): Promise<ReferralRequest | RowRefusal> {
    const { row, asOf } = line;
    const refusal = refusalOf(row);
    if (refusal) return refusal;
    const { emitter } = context;
    const unit = await this.organisations.byCode(row.code_unite);
    const link =
      unit &&
      (await this.organisations.conventionBetween(emitter.id, unit.id, row.date_orientation));
    if (!unit || !link) {
      return { code: 'HORS_PERIMETRE', column: 'code_unite', precision: 'CONVENTION_INACTIVE' };
    }
    return {
      actor: actorOfLine(context, line.line),
      missionLocaleId: emitter.id,
      unitId: unit.id,
      person: personOf(row),
      details: detailsOf(row),
      reference: row.reference_orientation,
      referredOn: row.date_orientation,
      isSubmitted: true,
      asOf,
      ...(line.chosenId ? { personId: line.chosenId } : {}),
    };
  }
}

/** What became of a row once all that was said was weighed with it. */
function decideRetold(
  line: Line,
  { fate, toRetell }: DecidedAmendment,
  { folded, change, confirmed, contact, isHindered }: RetoldReferral,
): DecidedAmendment {
  const noted = fate.anomalies.filter(({ level }) => !isBlocking(level));
  const resource = toRetell ? resourceOf(toRetell) : null;
  const common = { change, contact, confirmed };
  const refusal = isHindered ? ALREADY_OPEN : folded.refused.get(line);
  if (refusal) {
    return { ...common, fate: ORIENTATION_FATES.refused(line, refusal, noted, resource) };
  }
  if (folded.contradicting.has(line)) {
    const code = 'PHOTO_CONTREDIT_SIGNALEMENT';
    noted.push(ORIENTATION_FATES.remark(line, { code, column: 'etat_orientation' }));
  }
  const isNews = contact !== null || change !== null;
  const state = fate.state === 'P' ? 'P' : isNews ? 'A' : 'I';
  return { ...common, fate: ORIENTATION_FATES.of(line, state, resource, noted) };
}

const ALREADY_OPEN: RowRefusal = {
  code: 'TRANSITION_INTERDITE',
  column: 'etat_orientation',
  precision: 'ORIENTATION_DEJA_OUVERTE',
};

/** Why a row makes no referral, whatever is on file. */
function refusalOf(row: Line['row']): RowRefusal | null {
  if (row.type_ligne === 'ANNULATION') {
    return { code: 'constraint-error', column: 'type_ligne', precision: 'ANNULATION' };
  }
  if (row.etat_orientation === 'RETIREE') {
    return { code: 'REFERENCE_INCONNUE', column: 'reference_orientation' };
  }
  const [issue] = detailIssues(detailsOf(row), row.date_orientation);
  return issue ? { code: 'constraint-error', column: 'accompagnement' } : null;
}

function fateOfResult(line: Line, result: ReferralResult): RowFate {
  switch (result.kind) {
    case 'referred': {
      const noted = result.gaps
        .filter(isRowFaultCode)
        .map((code) => ORIENTATION_FATES.remark(line, { code, column: 'nom_naissance' }));
      return ORIENTATION_FATES.of(line, 'A', resourceOf(result.referral), noted);
    }
    case 'already-open':
      return ORIENTATION_FATES.refused(line, ALREADY_OPEN);
    case 'doubtful':
      if (result.isSaid) return ORIENTATION_FATES.otherPerson(line);
      return ORIENTATION_FATES.inReview(
        line,
        result.reason,
        result.candidates.map(({ id }) => id),
      );
  }
}
