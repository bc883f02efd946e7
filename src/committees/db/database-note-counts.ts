import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import { NoteCounts, type NoteCount } from '../use-cases/note-counts.js';

interface CountRow extends Omit<NoteCount, 'total'> {
  readonly total: string;
}

/** The function that counts notes for national bodies (ADR 0035). */
@Injectable()
export class DatabaseNoteCounts extends NoteCounts {
  override async of(firstOn: LocalDate, lastOn: LocalDate): Promise<NoteCount[]> {
    const rows = await rowsOf<CountRow>(
      'select point, kind, side, total from app.evaluation_counts($1::date, $2::date)',
      [firstOn, lastOn],
    );
    return rows.map((row) => ({ ...row, total: Number(row.total) }));
  }
}
