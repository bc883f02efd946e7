import { Injectable } from '@nestjs/common';
import { ContractChanges, Contracts, type Contract } from '../../../cej/index.js';
import { Ids } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { judgeKey, type PersonRecord } from '../../../people/index.js';
import type { Referral } from '../../../referrals/index.js';
import { isBlocking } from '../../catalogue/index.js';
import {
  FlowApplication,
  type ApplyContext,
  type CheckedRow,
  type RowFate,
} from '../../use-cases/flow-ports.js';
import { describedByControl } from '../control-identity.js';
import { rounds } from '../rounds.js';
import { inOrder, type RowRefusal } from '../row-fates.js';
import {
  decideMonth,
  MONTH_FATES,
  refusalOf,
  untouched,
  type DecidedMonth,
} from './decide-month.js';
import { contractOf, ReadMonthRecords, type MonthRecords } from './month-records.js';
import type { ContractMonth } from './plan-month.js';
import { RetellMonths, type RetoldContract } from './retell-months.js';

/** Applies CEM rows: each becomes the commands that an adviser would have given. */
@Injectable()
export class ApplySuivisCej extends FlowApplication {
  constructor(
    private readonly readRecords: ReadMonthRecords,
    private readonly retellMonths: RetellMonths,
    private readonly contracts: Contracts,
    private readonly changes: ContractChanges,
    private readonly organisations: OrganisationDirectory,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const months = rows as readonly ContractMonth[];
    const fates: RowFate[] = [];
    const inTurn = rounds(months, ({ row }) => [row.reference_orientation]);
    for (const [turn, round] of inTurn.entries()) {
      // Two rows of one file on one record: what replaces is only whole once both are written down.
      const isLate = turn > 0 && context.isReplacing;
      for (const fate of await this.applyRound(round, context)) {
        fates.push(isLate ? { ...fate, isLate } : fate);
      }
    }
    return inOrder(months, fates);
  }

  override async retell(
    resourceIds: readonly string[],
    context: ApplyContext,
    more: ReadonlyMap<string, CheckedRow> = new Map(),
  ): Promise<void> {
    const known = await this.contracts.byIds(resourceIds);
    const months = more as ReadonlyMap<string, ContractMonth>;
    const retold = await this.retellMonths.execute(known, months, context);
    await this.write([...retold.values()].map(writesOf));
  }

  override async takeBack(resourceId: string, context: ApplyContext): Promise<boolean> {
    await this.retell([resourceId], context);
    return true;
  }

  private async applyRound(
    months: readonly ContractMonth[],
    context: ApplyContext,
  ): Promise<RowFate[]> {
    const records = await this.readRecords.execute(months);
    const touched = new Set<string>();
    const alone: DecidedMonth[] = [];
    for (const month of months) alone.push(await this.decide(month, records, context, touched));
    const decided = await this.retellWith(alone, months, context);
    await this.write(decided);
    return decided.map(({ fate }) => fate);
  }

  private async write(
    decided: readonly Pick<DecidedMonth, 'changes' | 'confirmed'>[],
  ): Promise<void> {
    await this.changes.write(decided.flatMap(({ changes }) => changes));
    await this.contracts.confirmAll(decided.flatMap(({ confirmed }) => confirmed ?? []));
  }

  /** `touched`: people of whom a row of the round speaks already, under another reference. */
  private async decide(
    month: ContractMonth,
    records: MonthRecords,
    context: ApplyContext,
    touched: Set<string>,
  ): Promise<DecidedMonth> {
    const refused = (refusal: RowRefusal) => untouched(MONTH_FATES.refused(month, refusal));
    const refusal = refusalOf(month);
    if (refusal) return refused(refusal);
    const referral = records.byReference.get(month.row.reference_orientation);
    const person = referral && records.people.get(referral.personId);
    if (!referral || !person) {
      return refused({ code: 'REFERENCE_INCONNUE', column: 'reference_orientation' });
    }
    const unit = await this.organisations.byCode(month.row.code_unite);
    if (unit?.id !== referral.unitId) {
      const column = 'code_unite';
      return refused({ code: 'TRANSITION_INTERDITE', column, precision: 'UNITE_DIFFERENTE' });
    }
    const judged = judge(month, referral, person, records);
    if ('fate' in judged) return judged;
    const { id: touchedId } = records.identities.kept.get(person.id) ?? person;
    if (touched.has(touchedId)) {
      return refused({ code: 'primary-key', column: 'reference_orientation' });
    }
    touched.add(touchedId);
    const known = records.contracts.get(person.id) ?? [];
    const contract = contractOf(month.row, known);
    const others = known.filter((one) => one !== contract);
    const place = { referral, contract, others, newId: this.ids.uuid() };
    const decided = decideMonth(month, place, judged.remarks, context);
    const mustRetell = contract !== null && mustBeRetold(month, contract, decided, context);
    return mustRetell ? { ...decided, toRetell: contract } : decided;
  }

  /** Rows of which all that was said before has to be weighed anew. */
  private async retellWith(
    decided: readonly DecidedMonth[],
    months: readonly ContractMonth[],
    context: ApplyContext,
  ): Promise<readonly DecidedMonth[]> {
    const rows = new Map<string, ContractMonth>();
    const known = decided.flatMap(({ toRetell }, index) => {
      const month = months[index];
      if (toRetell && month) rows.set(toRetell.id, month);
      return toRetell ?? [];
    });
    if (known.length === 0) return decided;
    const retold = await this.retellMonths.execute(known, rows, context);
    return decided.map((one, index) => {
      const month = months[index];
      const found = one.toRetell && retold.get(one.toRetell.id);
      return month && found ? decideRetold(month, one, found) : one;
    });
  }
}

/** The reference alone never links: identity is judged unless a human did (exchange.md 7.f). */
function judge(
  month: ContractMonth,
  referral: Referral,
  person: PersonRecord,
  { identities: { presentOf, said } }: MonthRecords,
) {
  if (month.chosenId === referral.id) return { remarks: [] };
  if (month.chosenId !== undefined) {
    return untouched(MONTH_FATES.inReview(month, 'IDENTITE_INCOHERENTE', [referral.id]));
  }
  const described = describedByControl(month.row);
  const judged = judgeKey(described, person, { presentOf, ...said.of(described, person.id) });
  switch (judged.kind) {
    case 'link':
      return { remarks: judged.remarks };
    case 'review':
      return untouched(MONTH_FATES.inReview(month, judged.reason, [referral.id]));
    case 'said-different':
      return untouched(MONTH_FATES.otherPerson(month));
  }
}

/** True when the row corrects what was said, or takes the place of what an earlier file of its slot said. */
function mustBeRetold(
  { row, isRepeated }: ContractMonth,
  contract: Contract,
  { fate }: DecidedMonth,
  { isReplacing }: ApplyContext,
): boolean {
  if (fate.resourceId === null) return false;
  if (row.type_ligne === 'CORRECTION') return true;
  if (contract.asOf === null || !isReplacing) return false;
  return !(isRepeated && (fate.state === 'I' || fate.state === 'P'));
}

/** What became of a row once all that was said was weighed with it. */
function decideRetold(
  month: ContractMonth,
  { fate, toRetell }: DecidedMonth,
  retold: RetoldContract,
): DecidedMonth {
  const { folded, change } = retold;
  const noted = fate.anomalies.filter(({ level }) => !isBlocking(level));
  const resource = toRetell ? { id: toRetell.id, recipientId: fate.recipientId } : null;
  const refusal = folded.refused.get(month);
  if (refusal) {
    const refused = MONTH_FATES.refused(month, refusal, noted, resource);
    return { fate: refused, ...writesOf(retold) };
  }
  const isNews = change?.before && !isDatedAnew(change.before, change.after);
  const state = fate.state === 'P' ? 'P' : isNews ? 'A' : 'I';
  return { fate: MONTH_FATES.of(month, state, resource, noted), ...writesOf(retold) };
}

/** What telling a contract anew writes. */
function writesOf({
  change,
  confirmed,
}: RetoldContract): Pick<DecidedMonth, 'changes' | 'confirmed'> {
  return { changes: change ? [change] : [], confirmed };
}

function isDatedAnew(before: Contract, after: Contract): boolean {
  const said = ({ startsOn, plannedEndOn, end, state }: Contract): string =>
    JSON.stringify([state, startsOn, plannedEndOn, end?.endedOn, end?.reason]);
  return said(before) === said(after);
}
