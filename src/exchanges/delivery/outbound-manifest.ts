import type { Instant } from '../../kernel/index.js';
import { controlSum, ROW_TYPES } from '../deposit/index.js';
import type { Flow } from '../flow/index.js';
import { headersOf } from '../flow/index.js';
import type { OutboundContent } from './outbound-content.js';
import type { OutboundLine } from './outbound-lines.js';
import { OUTBOUND_EMITTER, type OutboundPlace } from './outbound-place.js';

/** All that the manifest of a file speaks of. */
export interface OutboundFile {
  readonly id: string;
  readonly flow: Flow;
  readonly place: OutboundPlace;
  readonly fileName: string;
  readonly lines: readonly OutboundLine[];
  readonly content: OutboundContent;
  readonly generatedAt: Instant;
}

const SOFTWARE = { nom: 'Passerelle', version: '1' } as const;

/** The sidecar of a file we send, under the French keys of exchange.md 7.b and with `destinataire`. */
export function outboundManifest(file: OutboundFile): Record<string, unknown> {
  const { flow, place, content } = file;
  return {
    version_manifeste: '1.0',
    identifiant_echange: file.id,
    flux: flow.code,
    mode: place.mode,
    nature: place.nature,
    periode: place.period,
    sequence: place.sequence,
    emetteur: OUTBOUND_EMITTER,
    destinataire: place.recipient,
    schema: flow.code.toLowerCase(),
    schema_version: flow.version,
    logiciel: SOFTWARE,
    date_generation: file.generatedAt,
    fichier: {
      nom: file.fileName,
      octets: content.bytes,
      sha256: content.sha256,
      encodage: 'utf-8',
      separateur: ';',
    },
    totaux: totalsOf(file),
    remplace: null,
    confirmations: [],
  };
}

function totalsOf({ flow, lines }: OutboundFile): Record<string, unknown> {
  const ofType = (type: string): number => lines.filter((line) => line.type === type).length;
  return {
    lignes: lines.length,
    par_type: Object.fromEntries(ROW_TYPES.map((type) => [type, ofType(type)])),
    par_destinataire: byRecipient(flow, lines),
    somme_controle: controlSum(lines.map(({ key }) => key)),
  };
}

function byRecipient(flow: Flow, lines: readonly OutboundLine[]): Record<string, number> {
  const at = headersOf(flow).indexOf(flow.recipientColumn);
  const counts: Record<string, number> = {};
  for (const { cells } of lines) {
    const code = cells[at] ?? '';
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
