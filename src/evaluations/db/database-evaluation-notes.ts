import { Injectable } from '@nestjs/common';
import {
  actingRole,
  ChangedMeanwhile,
  firstDay,
  monthOf,
  type Actor,
  type Instant,
  type LocalDate,
} from '../../kernel/index.js';
import {
  insertRows,
  rowsOf,
  updateRows,
  violatedConstraint,
  type SqlValue,
} from '../../platform/database/index.js';
import type { EvaluationPoint, Side } from '../domain/code-lists.js';
import type { EvaluationNote } from '../domain/evaluation-note.js';
import {
  EvaluationNotes,
  type ListedNote,
  type NoteKey,
  type NotePosition,
} from '../use-cases/ports.js';

type NoteRow = {
  id: string;
  ml_id: string;
  unit_id: string;
  contingent: LocalDate;
  side: Side;
  worked: EvaluationPoint[];
  improve: EvaluationPoint[];
  written_on: LocalDate;
  version: number;
  created_at: Instant;
};

const CHANGING = {
  worked: 'text[]',
  improve: 'text[]',
  written_on: 'date',
  acting_role: 'text',
  version: 'int',
} as const;
const COLUMNS = {
  id: 'uuid',
  ml_id: 'uuid',
  unit_id: 'uuid',
  contingent: 'date',
  side: 'text',
  ...CHANGING,
} as const;

const SELECT = `select t.id, t.ml_id, t.unit_id, t.contingent, t.side, t.worked, t.improve,
  t.written_on, t.version, t.created_at from app.evaluation_note t`;

/** Notes in PostgreSQL. */
@Injectable()
export class DatabaseEvaluationNotes extends EvaluationNotes {
  override async one(
    { missionLocaleId, unitId, contingent }: NoteKey,
    side: Side,
  ): Promise<EvaluationNote | null> {
    const [row] = await rowsOf<NoteRow>(
      `${SELECT} where t.ml_id = $1 and t.unit_id = $2 and t.contingent = $3 and t.side = $4`,
      [missionLocaleId, unitId, firstDay(contingent), side],
    );
    return row ? toNote(row) : null;
  }

  override async listed(id: string): Promise<ListedNote> {
    const [row] = await rowsOf<NoteRow>(`${SELECT} where t.id = $1`, [id]);
    if (!row) throw new Error('a note is read back by whoever wrote it');
    return { note: toNote(row), createdAt: row.created_at };
  }

  override async page(
    limit: number,
    after: NotePosition | null,
  ): Promise<{ items: ListedNote[]; total: number }> {
    const [counted] = await rowsOf<{ total: number }>(
      'select count(*) as total from app.evaluation_note',
    );
    const values: SqlValue[] = after ? [after.at, after.id] : [];
    const where = after ? 'where (t.created_at, t.id) < ($1, $2)' : '';
    const rows = await rowsOf<NoteRow>(
      `${SELECT} ${where} order by t.created_at desc, t.id desc limit ${limit}`,
      values,
    );
    const items = rows.map((row) => ({ note: toNote(row), createdAt: row.created_at }));
    return { items, total: Number(counted?.total ?? 0) };
  }

  override async latest(limit: number): Promise<EvaluationNote[]> {
    const rows = await rowsOf<NoteRow>(
      `${SELECT} order by t.contingent desc, t.ml_id, t.unit_id, t.side limit ${limit}`,
    );
    return rows.map(toNote);
  }

  override async save(
    note: EvaluationNote,
    before: EvaluationNote | null,
    actor: Actor,
  ): Promise<void> {
    const row = rowOf(note, actor);
    if (before === null) return once(() => insertRows('app.evaluation_note', COLUMNS, [row]));
    const keys = { id: 'uuid', version: 'int' };
    const again = { key_version: before.version, ...row };
    const written = await updateRows('app.evaluation_note', keys, CHANGING, [again]);
    if (written !== 1) throw new ChangedMeanwhile();
  }
}

async function once(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error) === 'evaluation_note_of_side') throw new ChangedMeanwhile();
    throw error;
  }
}

function rowOf(note: EvaluationNote, actor: Actor) {
  return {
    id: note.id,
    ml_id: note.missionLocaleId,
    unit_id: note.unitId,
    contingent: firstDay(note.contingent),
    side: note.side,
    worked: [...note.worked],
    improve: [...note.improve],
    written_on: note.writtenOn,
    acting_role: actingRole(actor),
    version: note.version,
  };
}

function toNote(row: NoteRow): EvaluationNote {
  return {
    id: row.id,
    missionLocaleId: row.ml_id,
    unitId: row.unit_id,
    contingent: monthOf(row.contingent),
    side: row.side,
    worked: row.worked,
    improve: row.improve,
    writtenOn: row.written_on,
    version: row.version,
  };
}
