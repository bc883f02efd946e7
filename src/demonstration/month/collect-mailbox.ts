import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { MailboxFileAnswer, Page } from './api-answers.js';
import type { PartnerClient } from './partner-client.js';
import { linesText, type StoryTeller } from './story-teller.js';

/** Files are made in the background once the rows are applied. */
const POLL_MS = 1_000;
const PATIENCE_MS = 8_000;
const FIRST_LINE = 2;

/** Collects every waiting file, checks it against its manifest and acknowledges it. */
export async function collectMailbox(
  partner: PartnerClient,
  story: StoryTeller,
  howTaken: 'whole' | 'without-a-row',
): Promise<void> {
  const files = await waitingFiles(partner);
  if (files.length === 0) story.says(`${partner.organisation} : rien n’attend.`);
  let isFirst = true;
  for (const file of files) {
    const status = isFirst && howTaken === 'without-a-row' && file.rows > 1 ? 'PARTIEL' : 'INTEGRE';
    isFirst = false;
    await collect(partner, file, status, story);
  }
}

/** What waits, the oldest first, once nothing more has come for a moment. */
async function waitingFiles(partner: PartnerClient): Promise<readonly MailboxFileAnswer[]> {
  let seen = 0;
  for (let waited = 0; ; waited += POLL_MS) {
    const { items } = await partner.get<Page<MailboxFileAnswer>>('/api/v1/mailbox?limit=100');
    const waiting = items.filter(({ state }) => state === 'available' || state === 'downloaded');
    const isQuiet = waiting.length > 0 && waiting.length === seen;
    if (isQuiet || waited >= PATIENCE_MS) return waiting.toReversed();
    seen = waiting.length;
    await pause(POLL_MS);
  }
}

async function collect(
  partner: PartnerClient,
  file: MailboxFileAnswer,
  status: 'INTEGRE' | 'PARTIEL',
  story: StoryTeller,
): Promise<void> {
  const path = `/api/v1/mailbox/${file.id}`;
  const content = await partner.download(`${path}/content`);
  const manifest = await partner.get<{ fichier: { sha256: string } }>(`${path}/manifest`);
  const isIntact = createHash('sha256').update(content).digest('hex') === manifest.fichier.sha256;
  const rows = status === 'PARTIEL' ? [{ line: FIRST_LINE, code: 'REFERENCE_INCONNUE' }] : [];
  const { status: http } = await partner.post(`${path}/acknowledgement`, { status, rows });
  story.says(`${partner.organisation} retire ${file.fileName}`);
  story.says(
    `  ${linesText(file.rows)}, empreinte ${isIntact ? 'vérifiée' : 'FAUSSE'}, accusé ${status} (HTTP ${http})`,
  );
}
