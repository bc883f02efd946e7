import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { toInstant } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import { editionText, type EditionContent } from '../domain/report/edition.js';
import { EditionShelf, type Edition, type EditionLine } from '../use-cases/ports.js';

interface LineRow {
  year: number;
  frozen_at: Date;
  sha256: string;
}

interface EditionRow extends LineRow {
  content: string;
}

/** Editions in a table that refuses every change (`app.keep_edition`). */
@Injectable()
export class DatabaseEditionShelf extends EditionShelf {
  override async all(): Promise<EditionLine[]> {
    const rows = await rowsOf<LineRow>(
      'select year, frozen_at, sha256 from app.report_edition order by year desc',
    );
    return rows.map(lineOf);
  }

  override async of(year: number): Promise<Edition | undefined> {
    const [row] = await rowsOf<EditionRow>(
      'select year, frozen_at, sha256, content from app.report_edition where year = $1',
      [year],
    );
    if (!row) return undefined;
    const { report }: EditionContent = JSON.parse(row.content);
    const isIntact = sha256Of(row.content) === row.sha256;
    return { ...lineOf(row), text: row.content, report, isIntact };
  }

  override async keep(content: EditionContent): Promise<boolean> {
    const text = editionText(content);
    const kept = await rowsOf<{ year: number }>(
      `insert into app.report_edition (year, frozen_at, content, sha256) values ($1, $2, $3, $4)
       on conflict (year) do nothing returning year`,
      [content.year, content.frozenAt, text, sha256Of(text)],
    );
    return kept.length > 0;
  }
}

function lineOf({ year, frozen_at, sha256 }: LineRow): EditionLine {
  return { year, frozenAt: toInstant(frozen_at), sha256 };
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
