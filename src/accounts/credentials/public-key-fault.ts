import { importJWK, type JWK } from 'jose';
import { MAX_PUBLIC_KEYS, type PublicKeySet } from '../domain/machine-client.js';

/** Signature algorithms of assertions, all asymmetric (SEC-09). */
export const ASSERTION_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const MIN_RSA_BITS = 2048;

/** Why a key set cannot be registered, in French; nothing when it can. */
export async function publicKeyFault({ keys }: PublicKeySet): Promise<string | undefined> {
  if (keys.length === 0 || keys.length > MAX_PUBLIC_KEYS) {
    return `Un client enregistre une clé, ou ${MAX_PUBLIC_KEYS} pendant une rotation.`;
  }
  const kids = new Set(keys.map(({ kid }) => kid));
  if (keys.length > 1 && (kids.size < keys.length || kids.has(undefined))) {
    return 'Chacune des deux clés porte son propre « kid ».';
  }
  for (const key of keys) {
    const fault = await faultOf(key);
    if (fault) return fault;
  }
  return undefined;
}

async function faultOf(key: JWK): Promise<string | undefined> {
  if (PRIVATE_MEMBERS.some((member) => member in key)) {
    return 'Une clé est privée : n’envoyez que la partie publique, et remplacez cette clé.';
  }
  const { alg } = key;
  if (typeof alg !== 'string' || !ASSERTION_ALGORITHMS.includes(alg)) {
    return `Une clé nomme son algorithme (« alg ») : ${ASSERTION_ALGORITHMS.join(', ')}.`;
  }
  if (key.kty === 'RSA' && modulusBits(key.n) < MIN_RSA_BITS) {
    return `Une clé RSA compte au moins ${MIN_RSA_BITS} bits.`;
  }
  return (await isUsable(key, alg)) ? undefined : 'Une clé est illisible.';
}

async function isUsable(key: JWK, alg: string): Promise<boolean> {
  try {
    const imported = await importJWK(key, alg);
    return !(imported instanceof Uint8Array) && imported.type === 'public';
  } catch {
    return false;
  }
}

function modulusBits(modulus: string | undefined): number {
  return Buffer.from(modulus ?? '', 'base64url').length * 8;
}
