import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type TestAgent from 'supertest/lib/agent.js';
import { manifestNameOf } from '../../../src/exchanges/deposit/index.js';
import { headersOf } from '../../../src/exchanges/flow/index.js';
import { flowNamed } from '../../../src/exchanges/flows/index.js';

/** A row of a file by column; what is left out is empty. */
export type Row = Readonly<Record<string, string>>;

/** A file as a partner produces it, with its manifest. */
export interface Deposit {
  readonly name: string;
  readonly bytes: Buffer;
  readonly manifestName: string;
  readonly manifest: string;
}

/** What a manifest says besides what the name and the bytes say. */
export interface Announced {
  readonly rows: readonly Row[];
  readonly emitter: string;
  readonly encoding?: string;
  readonly separator?: string;
  /** An instant; the present when absent. */
  readonly generatedAt?: string;
  readonly confirmations?: readonly { readonly code: string }[];
}

/** The headers of a flow. */
export function headersNamed(flow: string): readonly string[] {
  const found = flowNamed(flow);
  if (!found) throw new Error(`no flow ${flow}`);
  return headersOf(found);
}

/** UTF-8, `;`, CRLF, as our own documentation asks. */
export function csvOf(flow: string, rows: readonly Row[]): Buffer {
  const headers = headersNamed(flow);
  const lines = rows.map((row) => headers.map((header) => row[header] ?? '').join(';'));
  return Buffer.from([headers.join(';'), ...lines].map((line) => `${line}\r\n`).join(''));
}

/** The bytes with a manifest that announces them truthfully. */
export function depositOf(name: string, bytes: Buffer, announced: Announced): Deposit {
  const [flow = '', mode, , period, sequence, nature] = name.split('_');
  const { rows, emitter, encoding = 'utf-8', separator = ';' } = announced;
  const recipient = flowNamed(flow)?.recipientColumn ?? 'code_structure';
  const manifest = {
    version_manifeste: '1.0',
    identifiant_echange: randomUUID(),
    flux: flow,
    mode,
    nature,
    periode: period,
    sequence: Number(sequence),
    emetteur: emitter,
    schema: flow.toLowerCase(),
    schema_version: '1.0.0',
    date_generation: announced.generatedAt ?? new Date().toISOString(),
    fichier: {
      nom: name,
      octets: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encodage: encoding,
      separateur: separator,
    },
    totaux: {
      lignes: rows.length,
      par_type: { ...NO_TYPE, ...countBy(rows, 'type_ligne') },
      par_destinataire: countBy(rows, recipient),
    },
    confirmations: announced.confirmations ?? [],
  };
  const text = JSON.stringify(manifest);
  return { name, bytes, manifestName: manifestNameOf(name), manifest: text };
}

const NO_TYPE = { SITUATION: 0, EVENEMENT: 0, CORRECTION: 0, ANNULATION: 0 };

function countBy(rows: readonly Row[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column] ?? ''] = (counts[row[column] ?? ''] ?? 0) + 1;
  return counts;
}

/** Deposits by the API. */
export async function deposit(agent: TestAgent, { name, bytes, manifest }: Deposit) {
  const { status, body } = await agent
    .post('/api/v1/exchanges')
    .field('manifest', manifest)
    .attach('file', bytes, { filename: name, contentType: 'text/csv' });
  return { status, body };
}

/** The slot an organisation has to fill for a flow: its period and its next number. */
export async function expectedSlot(agent: TestAgent, flow: string, isNotice: boolean) {
  const { body } = await agent.get('/api/v1/exchanges/expected').expect(200);
  const items: { flow: string; nature: string; period: string | null; nextSequence: number }[] =
    body.items;
  const found = items.find((item) => item.flow === flow && (item.nature === 'S') === isNotice);
  if (!found) throw new Error(`no slot for ${flow}`);
  return { period: found.period ?? '', sequence: String(found.nextSequence).padStart(6, '0') };
}

/** The report (CRM) of a file, once it is processed. */
export async function reportOf(agent: TestAgent, id: string) {
  return until('the report', async () => {
    const { status, body } = await agent
      .get(`/api/v1/exchanges/${id}/report`)
      .set({ accept: 'application/json' });
    return status === 200 ? body : undefined;
  });
}

/** What `look` finds, as soon as it finds something. */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (let round = 0; round < 1_500; round += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(20);
  }
  throw new Error(`${what} did not come`);
}

/** A referral as a mission locale writes it at the API. */
export function referralBody(youngPerson: object): object {
  return {
    unit: 'RSMA-RE',
    youngPerson: {
      birthName: 'PAYET',
      usageName: null,
      firstNames: ['Léa'],
      sex: 'F',
      birthDate: '2005-03-11',
      birthPlaceCode: '97411',
      phone: '0692000000',
      email: null,
      address: { street: '12 rue des Manguiers', postalCode: '97400', communeCode: '97411' },
      ...youngPerson,
    },
    volunteerType: 'VS',
    diplomaLevel: 'INFRA3_VBIS',
    support: 'AUCUN',
    prerequisites: ['JDC_A_JOUR'],
    informedOn: '2026-01-20',
    noticeVersion: '1',
    submit: true,
  };
}
