import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { rowsOf } from '../../platform/database/index.js';
import { editionText, type EditionContent } from '../domain/report/edition.js';
import { EditionShelf, type Edition, type EditionLine } from '../use-cases/ports.js';

const LINE = 'year, frozen_at as "frozenAt", sha256';

interface EditionRow extends EditionLine {
  readonly content: string;
}

/** Editions in a table that refuses every change (`app.keep_edition`). */
@Injectable()
export class DatabaseEditionShelf extends EditionShelf {
  override async all(): Promise<EditionLine[]> {
    return rowsOf<EditionLine>(`select ${LINE} from app.report_edition order by year desc`, []);
  }

  override async of(year: number): Promise<Edition | undefined> {
    const [row] = await rowsOf<EditionRow>(
      `select ${LINE}, content from app.report_edition where year = $1`,
      [year],
    );
    if (!row) return undefined;
    const { content: text, ...line } = row;
    const { report }: EditionContent = JSON.parse(text);
    return { ...line, text, report, isIntact: sha256Of(text) === line.sha256 };
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

function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
