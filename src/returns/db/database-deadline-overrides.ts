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
}

function isRule(text: string): text is DeadlineRuleCode {
  return Object.hasOwn(DEADLINE_RULES, text);
}
