import { Injectable } from '@nestjs/common';
import { isTerritoryCode, type LocalDate } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import {
  DEADLINE_RULES,
  type DeadlineOverride,
  type DeadlineRuleCode,
} from '../domain/deadline.rules.js';
import { DeadlineOverrides } from '../use-cases/ports.js';

interface OverrideRow {
  rule: string;
  length: number;
  territory: string | null;
  organisation_id: string | null;
  valid_from: LocalDate;
  valid_to: LocalDate | null;
}

const SAID = `jsonb_to_recordset($1::jsonb) as s(rule text, length int, territory text,
  organisation_id uuid, valid_from date, valid_to date)`;
const SAME = `d.rule = s.rule and d.valid_from = s.valid_from
  and d.territory is not distinct from s.territory
  and d.organisation_id is not distinct from s.organisation_id`;

/** The lengths set otherwise, in PostgreSQL: a rule that this version does not know is left out. */
@Injectable()
export class DatabaseDeadlineOverrides extends DeadlineOverrides {
  override async all(): Promise<readonly DeadlineOverride[]> {
    const rows = await rowsOf<OverrideRow>(
      'select rule, length, territory, organisation_id, valid_from, valid_to from app.deadline_rule',
    );
    return rows.flatMap((row) => {
      const { rule, territory } = row;
      if (!isRule(rule) || (territory !== null && !isTerritoryCode(territory))) return [];
      return [
        {
          rule,
          length: row.length,
          territory,
          organisationId: row.organisation_id,
          validFrom: row.valid_from,
          validTo: row.valid_to,
        },
      ];
    });
  }

  override async saveAll(overrides: readonly DeadlineOverride[]): Promise<void> {
    const rows: OverrideRow[] = overrides.map((one) => ({
      rule: one.rule,
      length: one.length,
      territory: one.territory,
      organisation_id: one.organisationId,
      valid_from: one.validFrom,
      valid_to: one.validTo,
    }));
    const said = [JSON.stringify(rows)];
    await rowsOf(
      `update app.deadline_rule d set length = s.length, valid_to = s.valid_to from ${SAID}
       where ${SAME}`,
      said,
    );
    await rowsOf(
      `insert into app.deadline_rule (rule, length, territory, organisation_id, valid_from, valid_to)
       select s.* from ${SAID} where not exists (select from app.deadline_rule d where ${SAME})`,
      said,
    );
  }
}

function isRule(text: string): text is DeadlineRuleCode {
  return Object.hasOwn(DEADLINE_RULES, text);
}
