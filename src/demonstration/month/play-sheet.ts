import { counted } from '../../platform/french/index.js';
import type { ExpectedFile, Page } from './api-answers.js';
import { depositSheet, rejectedIdentifiers } from './deposit-sheet.js';
import { sheetOf, type PlayedFlow, type SheetPlace, type SheetRow } from './exchange-sheet.js';
import type { PartnerClient } from './partner-client.js';
import type { StoryTeller } from './story-teller.js';

/** A row to send, and what it should have been; none when it should not have been sent at all. */
export interface PlayedRow {
  readonly sent: SheetRow;
  readonly right: SheetRow | null;
}

/** The file of one partner for its open slot. */
export interface PlayedFile {
  readonly partner: PartnerClient;
  readonly flow: PlayedFlow;
  readonly rows: readonly PlayedRow[];
  /** First sent with a manifest that counts one row too many. */
  readonly isMiscounted: boolean;
  readonly generatedAt: string;
}

/** What the service expects of a partner for the month. */
export async function expectedOf(
  partner: PartnerClient,
  flow: string,
  nature: 'month' | 'S',
): Promise<ExpectedFile | undefined> {
  const { items } = await partner.get<Page<ExpectedFile>>('/api/v1/exchanges/expected');
  return items.find(
    (item) =>
      item.flow === flow &&
      item.mode === 'P' &&
      (nature === 'S' ? item.nature === 'S' : item.nature !== 'S' && item.state !== 'upcoming'),
  );
}

/** Columns of a flow, as its published schema tells them. */
export async function columnsOf(partner: PartnerClient, flow: string): Promise<readonly string[]> {
  const path = `/api/v1/flows/${flow}/schema.json`;
  const { fields } = await partner.get<{ fields: readonly { name: string }[] }>(path);
  return fields.map(({ name }) => name);
}

/** Deposits the month, then sends back what was rejected, corrected. */
export async function playFile(file: PlayedFile, story: StoryTeller): Promise<void> {
  const { partner, flow, rows, generatedAt } = file;
  const slot = await expectedOf(partner, flow, 'month');
  if (!slot?.period) {
    story.says(`${partner.organisation} : aucun créneau ${flow} n’est ouvert.`);
    return;
  }
  const header = await columnsOf(partner, flow);
  const place = placeOf(partner, slot, flow);
  const sheet = sheetOf(
    place,
    header,
    rows.map(({ sent }) => sent),
    generatedAt,
  );
  if (file.isMiscounted) {
    const totaux = { ...Object(sheet.manifest['totaux']), lignes: rows.length + 1 };
    await depositSheet(partner, { ...sheet, manifest: { ...sheet.manifest, totaux } }, story);
    story.says('  le compte des lignes corrigé, le même fichier repart');
  }
  const deposited = await depositSheet(partner, sheet, story);
  if (!deposited || (deposited.report.compteurs['rejetees'] ?? 0) === 0) return;
  const rejected = await rejectedIdentifiers(partner, deposited.id);
  await sendBack(file, header, rejected, story);
}

/** The rejected rows once mended, as a completing file of the same month. */
async function sendBack(
  { partner, flow, rows, generatedAt }: PlayedFile,
  header: readonly string[],
  rejected: readonly string[],
  story: StoryTeller,
): Promise<void> {
  const mended = rejected
    .map((identifier) => rows[Number(identifier) - 1]?.right)
    .filter((row): row is SheetRow => Boolean(row));
  story.says(
    `  ${counted(rejected.length, 'ligne rejetée relue', 'lignes rejetées relues')}, ${counted(mended.length, 'corrigée et renvoyée', 'corrigées et renvoyées')}`,
  );
  const slot = await expectedOf(partner, flow, 'month');
  if (!slot?.period || mended.length === 0) return;
  const place: SheetPlace = { ...placeOf(partner, slot, flow), nature: 'C' };
  await depositSheet(partner, sheetOf(place, header, mended, generatedAt), story);
}

function placeOf(partner: PartnerClient, slot: ExpectedFile, flow: PlayedFlow): SheetPlace {
  return {
    flow,
    emitter: partner.organisation,
    period: slot.period ?? '',
    nature: slot.nature,
    sequence: slot.nextSequence,
  };
}
