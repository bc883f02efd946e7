import { setTimeout as pause } from 'node:timers/promises';
import { StartRefused } from '../../app/run-program.js';
import { scanCsv } from '../../platform/csv/index.js';
import type { ReceiptAnswer, RefusalAnswer, ReportAnswer } from './api-answers.js';
import type { Sheet } from './exchange-sheet.js';
import type { PartnerClient } from './partner-client.js';
import type { StoryTeller } from './story-teller.js';

const POLL_MS = 200;
const PATIENCE_MS = 60_000;

/** What became of a file: its id and its report, or nothing when it was refused at the door. */
export interface Deposited {
  readonly id: string;
  readonly report: ReportAnswer;
}

/** Sends one file with its manifest, waits for its report and tells both. */
export async function depositSheet(
  partner: PartnerClient,
  sheet: Sheet,
  story: StoryTeller,
): Promise<Deposited | undefined> {
  const form = new FormData();
  form.append('manifest', JSON.stringify(sheet.manifest));
  form.append(
    'file',
    new Blob([new Uint8Array(sheet.bytes)], { type: 'text/csv' }),
    sheet.fileName,
  );
  const { status, text } = await partner.upload('/api/v1/exchanges', form);
  if (status !== 202) {
    const refusal: RefusalAnswer = JSON.parse(text);
    story.refused(sheet.fileName, refusal);
    return undefined;
  }
  const receipt: ReceiptAnswer = JSON.parse(text);
  story.received(sheet.fileName, receipt);
  const report = await reportOf(partner, receipt.id);
  story.reported(report);
  return { id: receipt.id, report };
}

/** @throws StartRefused when the report does not come within a minute */
async function reportOf(partner: PartnerClient, id: string): Promise<ReportAnswer> {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const { status, text } = await partner.look(`/api/v1/exchanges/${id}/report`);
    if (status === 200) {
      const report: ReportAnswer = JSON.parse(text);
      return report;
    }
    await pause(POLL_MS);
  }
  throw new StartRefused(
    `Le compte rendu du fichier ${id} n’arrive pas : un traitement tourne-t-il ?`,
  );
}

/** Line identifiers of the rejected rows of a file, as its REJETS file gives them back. */
export async function rejectedIdentifiers(
  partner: PartnerClient,
  id: string,
): Promise<readonly string[]> {
  const bytes = await partner.download(`/api/v1/exchanges/${id}/rejects`);
  const records: (readonly string[])[] = [];
  for await (const batch of scanCsv(once(bytes), { separator: ';' })) {
    for (const { cells } of batch) records.push(cells);
  }
  const [header, ...rows] = records;
  const column = header?.indexOf('identifiant_ligne') ?? -1;
  return rows.flatMap((cells) => cells[column] ?? []);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}
