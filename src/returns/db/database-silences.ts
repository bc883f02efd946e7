import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import type { SilenceFigure, SilentReturns } from '../domain/silence.rules.js';
import { Silences, type KeptSilence } from '../use-cases/silence-ports.js';

/** Silences in PostgreSQL; row-level security leaves the rows of the caller. */
@Injectable()
export class DatabaseSilences extends Silences {
  override async count(today: LocalDate): Promise<SilentReturns> {
    const [row] = await rowsOf<{ count: number; oldestDueOn: LocalDate | null }>(
      `select count(*) as count, min(due_on) as "oldestDueOn" from app.return_episode
       where ml_id = app.current_org() and state in ('open', 'acknowledged')
         and escalation = 'arml' and due_on < $1`,
      [today],
    );
    return { count: Number(row?.count ?? 0), oldestDueOn: row?.oldestDueOn ?? null };
  }

  override async keep(
    missionLocaleId: string,
    figure: SilenceFigure | null,
    at: Instant,
  ): Promise<void> {
    if (figure === null) {
      await rowsOf('delete from app.return_silence where ml_id = $1', [missionLocaleId]);
      return;
    }
    await rowsOf(
      `insert into app.return_silence (ml_id, returns, age, counted_at) values ($1, $2, $3, $4)
       on conflict (ml_id) do update set returns = excluded.returns, age = excluded.age,
         counted_at = excluded.counted_at`,
      [missionLocaleId, figure.returns, figure.age, at],
    );
  }

  override all(): Promise<KeptSilence[]> {
    return rowsOf<KeptSilence>(
      `select ml_id as "missionLocaleId", returns, age, counted_at as "countedAt"
       from app.return_silence`,
      [],
    );
  }
}
