import { Injectable } from '@nestjs/common';
import { Ids, parseLocalDate, type Instant, type LocalDate } from '../../kernel/index.js';
import { currentManager, insertRows } from '../../platform/database/index.js';
import { FieldCipher, UnreadableField } from '../../platform/security/index.js';
import { isMedical, type MedicalConclusion } from '../domain/candidacy.js';
import {
  MedicalConclusions,
  type ConclusionToSeal,
  type SealedConclusion,
} from '../use-cases/ports.js';

interface SealedRow {
  id: string;
  unit_id: string;
  candidacy_id: string;
  key_version: number;
  sealed: Buffer;
}

interface DayRow {
  id: string;
  unit_id: string;
  candidacy_id: string;
  key_version: number;
  sealed_day: Buffer | null;
}

/** As long as a date: a sealed field must not tell by its length whether it holds one. */
const NO_DAY = '----------';

/** Conclusions sealed field by field: a dump of the database does not show them (SEC-41). */
@Injectable()
export class DatabaseMedicalConclusions extends MedicalConclusions {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly ids: Ids,
  ) {
    super();
  }

  override sealAll(conclusions: readonly ConclusionToSeal[]): Promise<void> {
    const columns = {
      id: 'uuid',
      unit_id: 'uuid',
      ml_id: 'uuid',
      candidacy_id: 'uuid',
      key_version: 'int',
      sealed: 'bytea',
      sealed_day: 'bytea',
      recorded_by: 'text',
    };
    return insertRows(
      'app.medical_conclusion',
      columns,
      conclusions.map((one) => this.row(one)),
    );
  }

  private row({ candidacy, conclusion, actor }: ConclusionToSeal): Record<string, unknown> {
    const id = this.ids.uuid();
    const text = JSON.stringify([conclusion.code, conclusion.reexaminationOn]);
    const { keyVersion, sealed } = this.cipher.seal(text, placeOf(id, candidacy.unitId));
    const day = this.cipher.seal(
      conclusion.reexaminationOn ?? NO_DAY,
      placeOfDay(id, candidacy.unitId),
    );
    return {
      id,
      unit_id: candidacy.unitId,
      ml_id: candidacy.missionLocaleId,
      candidacy_id: candidacy.id,
      key_version: keyVersion,
      sealed: `\\x${sealed.toString('hex')}`,
      sealed_day: `\\x${day.sealed.toString('hex')}`,
      recorded_by: actor.id,
    };
  }

  override async latestOf(
    candidacyIds: readonly string[],
  ): Promise<Map<string, MedicalConclusion>> {
    if (candidacyIds.length === 0) return new Map();
    const rows: SealedRow[] = await currentManager().query(
      `select distinct on (candidacy_id) id, unit_id, candidacy_id, key_version, sealed
       from app.medical_conclusion where candidacy_id = any($1)
       order by candidacy_id, recorded_at desc, id`,
      [candidacyIds],
    );
    return new Map(rows.map((row) => [row.candidacy_id, this.open(row)]));
  }

  override async allOf(candidacyIds: readonly string[]): Promise<SealedConclusion[]> {
    if (candidacyIds.length === 0) return [];
    const rows: (SealedRow & { recorded_at: Instant })[] = await currentManager().query(
      `select id, unit_id, candidacy_id, key_version, sealed, recorded_at
       from app.medical_conclusion where candidacy_id = any($1) order by recorded_at, id`,
      [candidacyIds],
    );
    return rows.map((row) => ({
      candidacyId: row.candidacy_id,
      conclusion: this.open(row),
      recordedAt: row.recorded_at,
    }));
  }

  override async daysOf(candidacyIds: readonly string[]): Promise<Map<string, LocalDate>> {
    if (candidacyIds.length === 0) return new Map();
    const rows: DayRow[] = await currentManager().query(
      `select distinct on (candidacy_id) id, unit_id, candidacy_id, key_version, sealed_day
       from app.medical_conclusion where candidacy_id = any($1)
       order by candidacy_id, recorded_at desc, id`,
      [candidacyIds],
    );
    return new Map(
      rows.flatMap((row) => {
        const day = this.openDay(row);
        return day === undefined ? [] : [[row.candidacy_id, day] as const];
      }),
    );
  }

  private openDay({ id, unit_id, key_version, sealed_day }: DayRow): LocalDate | undefined {
    if (sealed_day === null) return undefined;
    const field = { keyVersion: key_version, sealed: sealed_day };
    try {
      return parseLocalDate(this.cipher.open(field, placeOfDay(id, unit_id)));
    } catch (error) {
      // A key that is lost keeps one day unread, and not the home page of whoever waits for others: the
      // file's own page fails, and says so.
      if (error instanceof UnreadableField) return undefined;
      throw error;
    }
  }

  private open(row: SealedRow): MedicalConclusion {
    const sealed = { keyVersion: row.key_version, sealed: row.sealed };
    const opened: unknown = JSON.parse(this.cipher.open(sealed, placeOf(row.id, row.unit_id)));
    const [code, reexamination]: unknown[] = Array.isArray(opened) ? opened : [];
    if (typeof code !== 'string' || !isMedical(code)) throw new Error('not a medical conclusion');
    const day = typeof reexamination === 'string' ? parseLocalDate(reexamination) : undefined;
    return { code, reexaminationOn: day ?? null };
  }
}

function placeOf(rowId: string, organisationId: string) {
  return { table: 'medical_conclusion', column: 'sealed', rowId, organisationId };
}

function placeOfDay(rowId: string, organisationId: string) {
  return { table: 'medical_conclusion', column: 'sealed_day', rowId, organisationId };
}
