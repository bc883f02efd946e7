import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../../kernel/index.js';
import { ConsultExchanges } from '../../use-cases/consult-exchanges.js';
import { ListExpectedFiles } from '../../use-cases/list-expected-files.js';

/** What waits for an exchange operator. */
export interface ExchangeWork {
  /** Files held until somebody confirms what is unusual. */
  readonly toConfirm: number;
  /** Files to send whose day has passed, and those still in time. */
  readonly late: number;
  readonly expected: number;
}

/** The counts are those of the page of exchanges. */
@Injectable()
export class ExchangeHome {
  constructor(
    private readonly consult: ConsultExchanges,
    private readonly expectedFiles: ListExpectedFiles,
  ) {}

  async of(actor: PersonActor): Promise<ExchangeWork> {
    const { total } = await this.consult.list({ state: 'A_CONFIRMER' }, 1, null, actor);
    const files = await this.expectedFiles.execute(actor);
    const monthly = files.filter(({ period }) => period !== null);
    return {
      toConfirm: Number(total),
      late: monthly.filter(({ state }) => state === 'late').length,
      expected: monthly.filter(({ state }) => state === 'expected').length,
    };
  }
}
