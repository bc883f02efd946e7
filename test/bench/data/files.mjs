import { createHash, randomUUID } from 'node:crypto';
import { manifestNameOf } from '../../../dist/exchanges/deposit/index.js';
import { headersOf } from '../../../dist/exchanges/flow/index.js';
import { flowNamed } from '../../../dist/exchanges/flows/index.js';

const NO_TYPE = { SITUATION: 0, EVENEMENT: 0, CORRECTION: 0, ANNULATION: 0 };

/**
 * A file as a partner produces it (UTF-8, `;`, CRLF) and its manifest: `{ name, bytes, manifest }`.
 *
 * @param {{ flow: string, nature: string, period: string, sequence: number, emitter: string,
 *   rows: Record<string, string>[] }} file
 */
export function fileOf({ flow, nature, period, sequence, emitter, rows }) {
  const { name, bytes } = bytesOf({ flow, nature, period, sequence, emitter, rows });
  const recipient = flowNamed(flow).to === 'unit' ? 'code_unite' : 'code_structure';
  const manifest = {
    version_manifeste: '1.0',
    identifiant_echange: randomUUID(),
    flux: flow,
    mode: 'P',
    nature,
    periode: period,
    sequence,
    emetteur: emitter,
    schema: flow.toLowerCase(),
    schema_version: '1.0.0',
    date_generation: new Date().toISOString(),
    fichier: {
      nom: name,
      octets: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encodage: 'utf-8',
      separateur: ';',
    },
    totaux: {
      lignes: rows.length,
      par_type: { ...NO_TYPE, ...countBy(rows, 'type_ligne') },
      par_destinataire: countBy(rows, recipient),
    },
  };
  return { name, bytes, manifestName: manifestNameOf(name), manifest: JSON.stringify(manifest) };
}

function bytesOf({ flow, nature, period, sequence, emitter, rows }) {
  const headers = headersOf(flowNamed(flow));
  const lines = rows.map((row) => headers.map((header) => row[header] ?? '').join(';'));
  const bytes = Buffer.from([headers.join(';'), ...lines].map((line) => `${line}\r\n`).join(''));
  const number = String(sequence).padStart(6, '0');
  return { name: `${flow}_P_${emitter}_${period}_${number}_${nature}_v1.csv`, bytes };
}

function countBy(rows, column) {
  const counts = {};
  for (const row of rows) counts[row[column] ?? ''] = (counts[row[column] ?? ''] ?? 0) + 1;
  return counts;
}

/** Deposits a file by the API; the id of its exchange. Throws on a refusal. */
export async function depositFile(url, token, { name, bytes, manifest }) {
  const form = new FormData();
  form.set('manifest', manifest);
  form.set('file', new Blob([bytes], { type: 'text/csv' }), name);
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/v1/exchanges`, { method: 'POST', headers, body: form });
  const body = await answer.json();
  if (answer.status !== 202) throw new Error(`${name} : ${answer.status} ${JSON.stringify(body)}`);
  return body.id;
}

/** The CRM of a file, or undefined while it is not made. */
export async function crmOf(url, token, id) {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  const answer = await fetch(`${url}/api/v1/exchanges/${id}/report`, { headers });
  const body = await answer.json();
  if (answer.status === 202) return undefined;
  if (answer.status !== 200) throw new Error(`report ${answer.status} ${JSON.stringify(body)}`);
  return body;
}
