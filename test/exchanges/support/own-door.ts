import {
  checkEnvelope,
  measureFile,
  parseFileName,
  parseManifest,
  sealFile,
} from '../../../src/exchanges/deposit/index.js';
import type { MailboxFile } from '../../../src/exchanges/domain/mailbox-file.js';
import { FileRowCheck, headersOf, type RowNature } from '../../../src/exchanges/flow/index.js';
import { flowNamed, FLOWS } from '../../../src/exchanges/flows/index.js';
import { CheckContexts } from '../../../src/exchanges/use-cases/check-contexts.js';
import { ConsultMailbox } from '../../../src/exchanges/use-cases/consult-mailbox.js';
import {
  Clock,
  localDate,
  localDateIn,
  UnitOfWork,
  type SystemActor,
} from '../../../src/kernel/index.js';
import {
  CommuneDirectory,
  OrganisationDirectory,
  scopeOfOrganisation,
  type Organisation,
} from '../../../src/organisations/index.js';
import { PrivacyNotices } from '../../../src/people/index.js';
import { scanCsv } from '../../../src/platform/csv/index.js';
import type { ExchangeApp } from './exchange-app.js';

const FIRST_ZONE = 'Pacific/Noumea';

/** A file of a mailbox as our own door reads it. */
export interface OwnReading {
  /** Cells by header, row after row. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Codes of everything the door and the row checks say of it. */
  readonly faults: readonly string[];
}

/** Passes what the service made through the checks it makes of others' files. */
export class OwnDoor {
  constructor(private readonly service: Pick<ExchangeApp, 'app'>) {}

  async read(file: MailboxFile): Promise<OwnReading> {
    const recipient = await this.find(OrganisationDirectory).byId(file.organisationId);
    if (!recipient) throw new Error('a file has a recipient');
    const bytes = await this.bytesOf(file, recipient);
    const faults = await this.envelopeFaults(file, bytes);
    const { rows, anomalies } = await this.readRows(file, recipient, bytes);
    return { rows, faults: [...faults, ...anomalies] };
  }

  async bytesOf(file: MailboxFile, recipient: Organisation): Promise<Buffer> {
    const { content } = await this.find(ConsultMailbox).download(file.id, readerOf(recipient));
    return Buffer.concat(await collected(content));
  }

  private async envelopeFaults(file: MailboxFile, bytes: Buffer): Promise<string[]> {
    const source = async function* () {
      yield bytes;
    };
    const flow = flowNamed(file.flow)!;
    const seal = await sealFile(source);
    const named = parseFileName(file.fileName, [file.flow]);
    const parsed = parseManifest(JSON.stringify(file.manifest));
    const { measured, faults } = await measureFile(source, seal, file.fileName, flow, FLOWS);
    if (!named.ok || !parsed.ok || !measured) return ['UNREADABLE'];
    const now = this.find(Clock).now();
    const envelope = checkEnvelope({
      fileName: file.fileName,
      name: named.parts,
      manifest: parsed.manifest,
      measured,
      depositorCode: 'PASSERELLE',
      now,
      today: localDateIn(now, FIRST_ZONE),
      schemas: [{ version: flow.version, validFrom: localDate(2020, 1, 1), validTo: null }],
    });
    return [...faults, ...envelope].map(({ code }) => code);
  }

  private async readRows(file: MailboxFile, recipient: Organisation, bytes: Buffer) {
    const flow = flowNamed(file.flow)!;
    const facts = { nature: file.nature as RowNature, period: file.period, isSlotOpen: true };
    const contexts = new CheckContexts(
      this.find(OrganisationDirectory),
      this.find(PrivacyNotices),
      this.find(CommuneDirectory),
      this.find(Clock),
    );
    const context = await this.service.app
      .get(UnitOfWork)
      .run(readerOf(recipient), () => contexts.of(recipient, facts));
    // Rows come from every zone: the day of the one who sends is the latest anywhere.
    const on = localDateIn(this.find(Clock).now(), FIRST_ZONE);
    const check = new FileRowCheck(flow, { ...context, on, emitterCode: null });
    const source = async function* () {
      yield bytes;
    };
    const records = (await collected(scanCsv(source(), { separator: ';' }))).flat().slice(1);
    const anomalies = records.flatMap(({ cells, line }) => check.read(cells, line).anomalies);
    const rows = records.map(({ cells }) =>
      Object.fromEntries(headersOf(flow).map((header, at) => [header, cells[at] ?? ''])),
    );
    return { rows, anomalies: anomalies.map(({ code, column }) => `${code} ${column}`) };
  }

  private find<T>(token: abstract new (...args: never[]) => T): T {
    return this.service.app.get<T>(token as never, { strict: false });
  }
}

function readerOf(organisation: Organisation): SystemActor {
  return {
    type: 'system',
    id: 'system',
    task: 'test',
    organisation: scopeOfOrganisation(organisation),
    channel: { kind: 'system', task: 'test' },
    correlationId: 'test',
  };
}

async function collected<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}
