import { Injectable } from '@nestjs/common';
import type { SystemActor } from '../../kernel/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { reportName } from '../domain/spool-names.js';
import { REPORT_FORMATS, reportText } from '../report/index.js';
import { CollectRejects } from './collect-rejects.js';
import { ConsultExchanges } from './consult-exchanges.js';
import { Spool } from './spool-ports.js';

const TOLD: readonly ExchangeFile['state'][] = ['applied', 'closed', 'rejected', 'internal-error'];

/** Writes what became of a file in the folder of its emitter: CRM in its formats, and the rejects. */
@Injectable()
export class WriteSpoolReports {
  constructor(
    private readonly spool: Spool,
    private readonly consult: ConsultExchanges,
    private readonly rejects: CollectRejects,
  ) {}

  /** Nothing for a file not processed yet. Done twice, it writes the same again. */
  async execute(fileId: string, actor: SystemActor): Promise<void> {
    const code = actor.organisation?.code;
    const file = await this.consult.one(fileId, actor);
    if (code === undefined || !TOLD.includes(file.state)) return;
    const report = await this.consult.report(fileId, actor);
    for (const format of REPORT_FORMATS) {
      // Each format reads the anomalies from their start.
      const anomalies = this.consult.anomalies(fileId, actor);
      const text = reportText({ ...report, anomalies }, format);
      await this.tell(code, reportName(file, format), text);
    }
    if (file.counters.rejected === 0) return;
    const { fileName, pieces } = await this.rejects.execute(fileId, actor);
    await this.tell(code, fileName, pieces);
  }

  private tell(code: string, name: string, content: AsyncIterable<string>): Promise<void> {
    return this.spool.write(code, 'comptes_rendus', name, content);
  }
}
