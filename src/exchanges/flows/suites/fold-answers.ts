import { isNotOlder, type AsOf } from '../../../kernel/index.js';
import {
  redoAct,
  type Candidacy,
  type CandidacyAct,
  type MedicalConclusion,
} from '../../../candidacies/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import type { RowRefusal } from '../row-fates.js';
import { runCommands, type Answer } from './decide-answer.js';
import { planCommands } from './plan-commands.js';

/** An act of the unit other than by file, with the conclusion it sealed. */
export interface ToldAct {
  readonly act: CandidacyAct;
  readonly medical: MedicalConclusion | null;
}

/** All that was said of one candidacy and still counts. */
export interface Told {
  readonly answers: readonly Answer[];
  readonly acts: readonly ToldAct[];
}

/** What it makes of the candidacy. */
export interface Folded {
  readonly candidacy: Candidacy;
  /** The conclusion behind a masked outcome. */
  readonly medical: MedicalConclusion | null;
  /** Rows that count, and rows that what came before them refuses. */
  readonly taken: ReadonlySet<Answer>;
  readonly refused: ReadonlyMap<Answer, RowRefusal>;
  /** Rows of a photo that took the place of notices of their month. */
  readonly contradicting: ReadonlySet<Answer>;
}

type Saying =
  | { readonly kind: 'row'; readonly answer: Answer; readonly asOf: AsOf }
  | { readonly kind: 'act'; readonly told: ToldAct; readonly asOf: AsOf };

/**
 * Pure: the candidacy as the rows and acts make it, told one after the other in the order of their
 * reference dates, whatever the order they came in (exchange.md 7.e.2). The same functions decide as for
 * a row that comes in its turn.
 */
export function foldAnswers(opened: Candidacy, told: Told, context: ApplyContext): Folded {
  return foldSayings(opened, inOrder(told), context);
}

function inOrder({ answers, acts }: Told): Saying[] {
  const sayings: Saying[] = [
    ...answers.map((answer) => ({ kind: 'row', answer, asOf: answer.asOf }) as const),
    ...acts.flatMap((told) => {
      const { asOf } = told.act.said;
      return asOf ? [{ kind: 'act', told, asOf } as const] : [];
    }),
  ];
  return sayings.toSorted(compare);
}

/** An act was decided on what was known: it follows the row of the same date. */
function compare(one: Saying, other: Saying): number {
  if (!isNotOlder(other.asOf, one.asOf)) return 1;
  if (!isNotOlder(one.asOf, other.asOf)) return -1;
  if (one.kind === other.kind) return 0;
  return one.kind === 'row' ? -1 : 1;
}

function foldSayings(opened: Candidacy, sayings: readonly Saying[], context: ApplyContext): Folded {
  let folded: Folded = {
    candidacy: opened,
    medical: null,
    taken: new Set(),
    refused: new Map(),
    contradicting: new Set(),
  };
  for (const [at, saying] of sayings.entries()) {
    if (saying.kind === 'act') folded = afterAct(folded, saying.told);
    else folded = afterRow(opened, folded, sayings.slice(0, at), saying, context);
  }
  return folded;
}

function afterAct(folded: Folded, { act, medical }: ToldAct): Folded {
  const candidacy = redoAct(folded.candidacy, act);
  const hasDecided = candidacy !== folded.candidacy && act.command === 'decide';
  return { ...folded, candidacy, medical: hasDecided ? medical : folded.medical };
}

function afterRow(
  opened: Candidacy,
  folded: Folded,
  before: readonly Saying[],
  saying: Extract<Saying, { kind: 'row' }>,
  context: ApplyContext,
): Folded {
  const { answer } = saying;
  const told = tell(folded, answer, context);
  if (!('code' in told)) return { ...told, taken: new Set([...folded.taken, answer]) };
  const others = before.filter((one) => !isNoticeOfMonth(one, answer));
  if (answer.row.type_ligne === 'SITUATION' && others.length < before.length) {
    // The photo wins over the notices of its month that it contradicts (exchange.md 7.e.6).
    const without = foldSayings(opened, [...others, saying], context);
    const contradicting = new Set([...without.contradicting, answer]);
    if (without.taken.has(answer)) return { ...without, contradicting };
  }
  return { ...folded, refused: new Map([...folded.refused, [answer, told]]) };
}

function isNoticeOfMonth(saying: Saying, { asOf }: Answer): boolean {
  if (saying.kind !== 'row' || saying.answer.row.type_ligne !== 'EVENEMENT') return false;
  return saying.asOf.on.slice(0, 7) === asOf.on.slice(0, 7);
}

/** One row told after all before it. */
function tell(folded: Folded, answer: Answer, context: ApplyContext): Folded | RowRefusal {
  const { candidacy, medical } = folded;
  const { row, asOf } = answer;
  const plan = planCommands(candidacy, row, asOf, medical);
  if (plan.kind === 'stale') return { code: 'CHRONOLOGIE', column: 'date_etat' };
  if (plan.kind === 'unchanged') return { ...folded, candidacy: { ...candidacy, asOf } };
  const changes = runCommands(plan.commands, answer, candidacy, medical, context);
  if ('code' in changes) return changes;
  let present = folded;
  for (const { after, command, conclusion } of changes) {
    const isDecided = command === 'decide' || command === 'reopen';
    present = {
      ...present,
      candidacy: { ...after, version: candidacy.version },
      medical: isDecided ? conclusion : present.medical,
    };
  }
  return present;
}
