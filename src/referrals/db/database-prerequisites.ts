import { Injectable } from '@nestjs/common';
import { isCodeOf, type LocalDate } from '../../kernel/index.js';
import { insertRows, rowsOf } from '../../platform/database/index.js';
import { PREREQUISITES } from '../domain/code-lists.js';
import type { ListedPrerequisite, PrerequisiteTick } from '../domain/prerequisite-list.js';
import { PrerequisiteList, PrerequisiteTicks } from '../use-cases/prerequisite-ports.js';

type RuleRow = {
  scheme: string;
  code: string;
  is_asked: boolean;
  valid_from: LocalDate;
  valid_to: LocalDate | null;
};

const RULE_COLUMNS = {
  scheme: 'text',
  code: 'text',
  is_asked: 'boolean',
  valid_from: 'date',
  valid_to: 'date',
} as const;

/** What schemes ask for, in PostgreSQL: a code that this version does not know is left out. */
@Injectable()
export class DatabasePrerequisiteList extends PrerequisiteList {
  override async all(): Promise<ListedPrerequisite[]> {
    const rows = await rowsOf<RuleRow>(
      `select scheme, code, is_asked, valid_from, valid_to from app.prerequisite_rule
       order by scheme, code, valid_from`,
    );
    return rows.flatMap(({ scheme, code, is_asked: isAsked, valid_from, valid_to }) =>
      isCodeOf(PREREQUISITES, code)
        ? [{ scheme, code, isAsked, validFrom: valid_from, validTo: valid_to }]
        : [],
    );
  }

  override async saveAll(list: readonly ListedPrerequisite[]): Promise<void> {
    const rows = list.map(({ scheme, code, isAsked, validFrom, validTo }) => ({
      ...{ scheme, code, is_asked: isAsked, valid_from: validFrom, valid_to: validTo },
    }));
    const conflict = `on conflict (scheme, code, valid_from) do update
      set is_asked = excluded.is_asked, valid_to = excluded.valid_to`;
    await insertRows('app.prerequisite_rule', RULE_COLUMNS, rows, conflict);
  }
}

type TickRow = { code: string; ticked_on: LocalDate; acting_role: string; channel: string };

/** Ticks in PostgreSQL, of referrals of the caller's mission locale. */
@Injectable()
export class DatabasePrerequisiteTicks extends PrerequisiteTicks {
  override async of(referralId: string): Promise<PrerequisiteTick[]> {
    const rows = await rowsOf<TickRow>(
      `select code, ticked_on, acting_role, channel from app.prerequisite_tick
       where referral_id = $1 order by code`,
      [referralId],
    );
    return rows.flatMap(({ code, ticked_on: tickedOn, acting_role: role, channel }) =>
      isCodeOf(PREREQUISITES, code) ? [{ code, tickedOn, role, channel }] : [],
    );
  }
}
