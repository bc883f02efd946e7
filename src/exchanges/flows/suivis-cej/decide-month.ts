import {
  amendmentIssues,
  decideContract,
  endIssues,
  overlaps,
  type Contract,
  type ContractChange,
} from '../../../cej/index.js';
import { isNotOlder, lastDay, type Confirmation } from '../../../kernel/index.js';
import type { Referral } from '../../../referrals/index.js';
import type { RowFaultCode } from '../../catalogue/index.js';
import type { ApplyContext, RowFate } from '../../use-cases/flow-ports.js';
import { actorOfLine, RowFates, type RowRefusal } from '../row-fates.js';
import { SUIVIS_CEJ } from './flow.js';
import { planMonth, type ContractMonth, type Step } from './plan-month.js';

/** Where a contract is told, and what else its young person has. */
export interface ContractPlace {
  readonly referral: Pick<Referral, 'id' | 'missionLocaleId' | 'personId' | 'unitId'>;
  /** That of the row; null when none is on file. */
  readonly contract: Contract | null;
  readonly others: readonly Contract[];
  readonly newId: string;
}

/** A row decided: its fate, the commands that passed, in order, and what it only confirms. */
export interface DecidedMonth {
  readonly fate: RowFate;
  readonly changes: readonly ContractChange[];
  readonly confirmed: Confirmation | null;
  /** Set when all that was said of this contract has to be weighed with the row. */
  readonly toRetell?: Contract;
}

export const MONTH_FATES = new RowFates(SUIVIS_CEJ);

/** Why a row may not be applied, whoever it speaks of. */
export function refusalOf({ row, asOf }: ContractMonth): RowRefusal | null {
  if (row.type_ligne === 'ANNULATION') {
    return { code: 'constraint-error', column: 'type_ligne', precision: 'ANNULATION' };
  }
  if (lastDay(row.mois) === asOf.on) return null;
  return { code: 'CHRONOLOGIE', column: 'mois', precision: 'MOIS_DIFFERENT' };
}

/** Pure: what a row does to the contract it speaks of, with the remarks of its matching. */
export function decideMonth(
  month: ContractMonth,
  place: ContractPlace,
  remarks: readonly RowFaultCode[],
  context: ApplyContext,
): DecidedMonth {
  const noted = remarks.map((code) => MONTH_FATES.remark(month, { code, column: 'nom_naissance' }));
  const { contract, referral } = place;
  const resource = contract && resourceOf(contract, referral);
  const plan = planMonth(contract, month);
  switch (plan.kind) {
    case 'stale':
      return untouched({ ...MONTH_FATES.of(month, 'P', resource, noted), isLate: true });
    case 'refused':
      return untouched(MONTH_FATES.refused(month, plan.refusal, noted, resource));
    case 'unchanged': {
      const isLate = contract !== null && !isNotOlder(month.asOf, contract.asOf);
      const fate = { ...MONTH_FATES.of(month, 'I', resource, noted), isLate };
      const isConfirmed = contract !== null && !isLate;
      const confirmed = isConfirmed ? { id: contract.id, asOf: month.asOf } : null;
      return { ...untouched(fate), confirmed };
    }
    case 'steps': {
      const changes = runSteps(plan.steps, month, place, context);
      if ('code' in changes) {
        return untouched(MONTH_FATES.refused(month, changes, noted, resource));
      }
      const last = changes.at(-1)?.after;
      const told = last ? resourceOf(last, referral) : resource;
      return { fate: MONTH_FATES.of(month, 'A', told, noted), changes, confirmed: null };
    }
  }
}

/** A row that changes nothing. */
export function untouched(fate: RowFate): DecidedMonth {
  return { fate, changes: [], confirmed: null };
}

/** Whom a contract is told to: the unit of the referral that the row names. */
export function resourceOf({ id }: Pick<Contract, 'id'>, { unitId }: Pick<Referral, 'unitId'>) {
  return { id, recipientId: unitId };
}

/** The commands one after the other; the first refusal refuses them all. */
export function runSteps(
  steps: readonly Step[],
  month: ContractMonth,
  place: ContractPlace,
  context: ApplyContext,
): readonly ContractChange[] | RowRefusal {
  const changes: ContractChange[] = [];
  let present = place.contract;
  for (const step of steps) {
    const refusal = issueOf(step, present, place, context);
    if (refusal) return refusal;
    const change = present
      ? changeOf(step, present, month, context)
      : recorded(step, month, place, context);
    if ('code' in change) return change;
    changes.push(change);
    present = change.after;
  }
  return changes;
}

/** The rules of the pages and the API, on the columns of the row. */
function issueOf(
  { dates, end }: Step,
  contract: Contract | null,
  { others }: ContractPlace,
  { today }: ApplyContext,
): RowRefusal | null {
  const chronology = (column: string): RowRefusal => ({ code: 'CHRONOLOGIE', column });
  if (dates && others.some((one) => overlaps(one, dates))) {
    return { ...chronology('cej_date_debut'), precision: 'CEJ_CHEVAUCHANT' };
  }
  if (dates && contract && amendmentIssues(contract, dates).length > 0) {
    return chronology('cej_date_fin_prevue');
  }
  if (end && contract && endIssues(contract, end, today).length > 0) {
    return chronology('cej_date_fin_reelle');
  }
  return null;
}

function changeOf(
  { command, dates, end }: Step,
  contract: Contract,
  { row, asOf, line }: ContractMonth,
  context: ApplyContext,
): ContractChange | RowRefusal {
  if (command === 'record') throw new Error('a contract on file is not recorded again');
  const decision = decideContract({
    contract,
    command,
    actor: actorOfLine(context, line),
    effectiveOn: end?.endedOn ?? lastDay(row.mois),
    writes: {
      ...(dates ? { dates } : {}),
      ...(end ? { end } : {}),
      told: { referralId: contract.referralId, asOf },
    },
  });
  return decision.ok ? decision.change : { code: 'TRANSITION_INTERDITE', column: 'cej_actif' };
}

function recorded(
  { dates }: Step,
  { row, asOf, line }: ContractMonth,
  { referral, newId }: ContractPlace,
  context: ApplyContext,
): ContractChange {
  if (!dates) throw new Error('a contract is recorded with its dates');
  const after: Contract = {
    id: newId,
    missionLocaleId: referral.missionLocaleId,
    personId: referral.personId,
    referralId: referral.id,
    scheme: 'CEJ',
    state: 'open',
    ...dates,
    extension: null,
    confirmation: null,
    end: null,
    isKept: true,
    asOf,
    version: 1,
  };
  const actor = actorOfLine(context, line);
  return { before: null, after, command: 'record', effectiveOn: lastDay(row.mois), actor };
}
