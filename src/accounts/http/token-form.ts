import { invalidClient, TokenRefused } from '../domain/token-refused.js';
import type { ShownCredentials } from '../use-cases/authenticate-client.js';
import { readBasic } from './basic-credentials.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What the token endpoint reads of a request. */
export interface TokenForm {
  readonly credentials: ShownCredentials;
  readonly scope: string | undefined;
}

/**
 * Reads a token request (RFC 6749 4.4, RFC 7523 2.2). A parameter without value counts as absent, an
 * unknown one is ignored, a repeated one refuses the request.
 *
 * @param body the parsed form: a text per parameter, or a list for a repeated one
 * @throws TokenRefused `invalid_request`, `unsupported_grant_type` or `invalid_client`
 */
export function readTokenForm(body: unknown, authorization: string | undefined): TokenForm {
  const form = parametersOf(body);
  const grantType = form.get('grant_type');
  if (grantType === undefined) throw invalidRequest('Le champ grant_type manque.');
  if (grantType !== 'client_credentials') {
    throw new TokenRefused('unsupported_grant_type', 'Seul client_credentials est possible ici.');
  }
  return { credentials: credentialsOf(form, authorization), scope: form.get('scope') };
}

function parametersOf(body: unknown): ReadonlyMap<string, string> {
  if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) {
    throw invalidRequest('La demande est un formulaire application/x-www-form-urlencoded.');
  }
  const form = new Map<string, string>();
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string') throw invalidRequest('Un champ est en double.');
    if (value !== '') form.set(name, value);
  }
  return form;
}

function credentialsOf(
  form: ReadonlyMap<string, string>,
  authorization: string | undefined,
): ShownCredentials {
  const assertion = form.get('client_assertion');
  const hasAssertion = assertion !== undefined || form.has('client_assertion_type');
  if (authorization !== undefined && hasAssertion) {
    throw invalidRequest('Une seule preuve par demande : secret ou assertion.');
  }
  if (authorization !== undefined) return basicOf(authorization, form.get('client_id'));
  if (!hasAssertion) throw invalidClient();
  if (assertion === undefined || form.get('client_assertion_type') !== ASSERTION_TYPE) {
    throw invalidRequest(`Une assertion vient avec client_assertion_type=${ASSERTION_TYPE}.`);
  }
  return { method: 'assertion', clientId: form.get('client_id'), assertion };
}

function basicOf(authorization: string, formClientId: string | undefined): ShownCredentials {
  const basic = readBasic(authorization);
  if (!basic) throw invalidClient();
  if (formClientId !== undefined && formClientId !== basic.clientId) {
    throw invalidRequest('Le champ client_id contredit le secret.');
  }
  return { method: 'secret', ...basic };
}

function invalidRequest(detail: string): TokenRefused {
  return new TokenRefused('invalid_request', detail);
}
