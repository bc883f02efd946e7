import { Injectable } from '@nestjs/common';
import { FollowUps, type NamedExit } from '../../../follow-ups/index.js';
import type { RowFaultCode } from '../../catalogue/index.js';
import {
  FlowApplication,
  type ApplyContext,
  type CheckedRow,
  type RowFate,
} from '../../use-cases/flow-ports.js';
import { matchReplied } from '../replying-block/match-replied.js';
import type { RepliedRecords } from '../replying-block/replied-records.js';
import { inOrder, RowFates, type RowRefusal } from '../row-fates.js';
import { ReadExitRecords } from './exit-records.js';
import { DEVENIRS } from './flow.js';
import type { AnswerLine } from './fold-answers.js';
import { milestoneKey, TellFollowUps, type ToldAnswer } from './tell-follow-ups.js';

const FATES = new RowFates(DEVENIRS);
const UNKNOWN: RowRefusal = {
  code: 'REFERENCE_INCONNUE',
  column: 'numero_dossier_unite',
  precision: 'DEPART_INCONNU',
};

/** A row whose exit was found, and what its identity calls for. */
interface NamedLine {
  readonly line: AnswerLine;
  readonly exit: NamedExit;
  readonly remarks: readonly RowFaultCode[];
}

/** Applies DEV rows: each becomes the answer that an adviser would have given. */
@Injectable()
export class ApplyDevenirs extends FlowApplication {
  constructor(
    private readonly readRecords: ReadExitRecords,
    private readonly followUps: FollowUps,
    private readonly tellFollowUps: TellFollowUps,
  ) {
    super();
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const lines = rows as readonly AnswerLine[];
    const records = await this.readRecords.execute(lines);
    const fates: RowFate[] = [];
    const named: NamedLine[] = [];
    for (const line of lines) {
      const found = nameOf(line, records);
      if ('fate' in found) fates.push(found.fate);
      else named.push(found);
    }
    const exits = new Map(named.map(({ exit }) => [exit.service.volunteerId, exit]));
    const own = new Map<string, AnswerLine[]>();
    for (const { line, exit } of named) {
      const { volunteerId } = exit.service;
      own.set(volunteerId, [...(own.get(volunteerId) ?? []), line]);
    }
    const told = await this.tellFollowUps.execute([...exits.values()], own, context);
    fates.push(...named.map((one) => fateOf(one, told)));
    return inOrder(lines, fates);
  }

  override async retell(
    resourceIds: readonly string[],
    context: ApplyContext,
    more: ReadonlyMap<string, CheckedRow> = new Map(),
  ): Promise<void> {
    const exits = await this.followUps.exitsOf(resourceIds);
    const own = new Map([...more].map(([id, row]) => [id, [row as AnswerLine]] as const));
    await this.tellFollowUps.execute(exits, own, context);
  }

  /** What a person answered since stands among what is told: it can always be told anew. */
  override async takeBack(resourceId: string, context: ApplyContext): Promise<boolean> {
    await this.retell([resourceId], context);
    return true;
  }
}

function nameOf(
  line: AnswerLine,
  records: RepliedRecords<NamedExit>,
): NamedLine | { readonly fate: RowFate } {
  const { row } = line;
  if (row.type_ligne === 'ANNULATION') {
    const refusal = { code: 'constraint-error', column: 'type_ligne', precision: 'ANNULATION' };
    return { fate: FATES.refused(line, refusal as RowRefusal) };
  }
  const match = matchReplied(line, records, FATES, UNKNOWN);
  if ('fate' in match) return match;
  const { named: exit, remarks } = match;
  if (row.reference_orientation !== null && row.reference_orientation !== exit.reference) {
    const refusal = { code: 'REFERENCE_INCONNUE', column: 'reference_orientation' } as const;
    return { fate: FATES.refused(line, refusal) };
  }
  return { line, exit, remarks };
}

/** What became of a row: one that answers nothing, or that something later overtook, changes nothing. */
function fateOf(
  { line, exit: { service }, remarks }: NamedLine,
  told: ReadonlyMap<string, ToldAnswer>,
): RowFate {
  const answer = told.get(milestoneKey(service.volunteerId, line.row.jalon));
  if (!answer) throw new Error('each milestone of a named exit is told');
  const { folded, change } = answer;
  const noted = remarks.map((code) => FATES.remark(line, { code, column: 'nom_naissance' }));
  const resource = { id: service.volunteerId, recipientId: service.unitId };
  const refusal = folded.refused.get(line);
  if (refusal) return FATES.refused(line, refusal, noted, resource);
  if (!folded.standing.has(line)) return FATES.of(line, 'P', resource, noted);
  return FATES.of(line, change ? 'A' : 'I', resource, noted);
}
