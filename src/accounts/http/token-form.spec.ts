import { TokenRefused } from '../domain/token-refused.js';
import { readTokenForm } from './token-form.js';

const BASIC = `Basic ${Buffer.from('demo-rsma-re:demonstration').toString('base64')}`;
const GRANT = { grant_type: 'client_credentials' };
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

function refusal(body: unknown, authorization?: string): string {
  try {
    readTokenForm(body, authorization);
  } catch (error) {
    if (error instanceof TokenRefused) return error.refusal;
    throw error;
  }
  return 'none';
}

function basic(text: string): string {
  return `Basic ${Buffer.from(text).toString('base64')}`;
}

describe('A token request', () => {
  it('reads the secret of a Basic header and the scopes', () => {
    expect(readTokenForm({ ...GRANT, scope: 'mailbox:read' }, BASIC)).toEqual({
      credentials: { method: 'secret', clientId: 'demo-rsma-re', secret: 'demonstration' },
      scope: 'mailbox:read',
    });
  });

  it('decodes both halves of the header as a form does', () => {
    const { credentials } = readTokenForm(GRANT, basic('a%3Ab:s%2Be+c%C3%A9:%25'));
    expect(credentials).toEqual({ method: 'secret', clientId: 'a:b', secret: 's+e cé:%' });
  });

  it('reads a signed assertion', () => {
    const body = { ...GRANT, client_assertion_type: ASSERTION_TYPE, client_assertion: 'a.b.c' };
    expect(readTokenForm(body, undefined).credentials).toEqual({
      method: 'assertion',
      clientId: undefined,
      assertion: 'a.b.c',
    });
  });

  it('takes an empty parameter for an absent one and ignores those it does not know', () => {
    expect(readTokenForm({ ...GRANT, scope: '', audience: 'x' }, BASIC).scope).toBeUndefined();
  });

  it.each<[string, unknown, string | undefined]>([
    ['has no body', undefined, BASIC],
    ['has a body that was not read', Buffer.from('grant_type=client_credentials'), BASIC],
    ['has no grant type', {}, BASIC],
    ['repeats a parameter', { grant_type: ['client_credentials', 'password'] }, BASIC],
    ['contradicts its header', { ...GRANT, client_id: 'another' }, BASIC],
    [
      'proves twice',
      { ...GRANT, client_assertion_type: ASSERTION_TYPE, client_assertion: 'a.b.c' },
      BASIC,
    ],
    ['has an assertion without its type', { ...GRANT, client_assertion: 'a.b.c' }, undefined],
    [
      'has a type without an assertion',
      { ...GRANT, client_assertion_type: ASSERTION_TYPE },
      undefined,
    ],
  ])('that %s is an invalid request', (_case, body, authorization) => {
    expect(refusal(body, authorization)).toBe('invalid_request');
  });

  it.each(['password', 'authorization_code', 'CLIENT_CREDENTIALS'])(
    'with the grant %s is not supported',
    (grantType) => {
      expect(refusal({ grant_type: grantType }, BASIC)).toBe('unsupported_grant_type');
    },
  );

  it.each<[string, string | undefined]>([
    ['nothing', undefined],
    ['a bearer token', 'Bearer abc'],
    ['a header that is not base64', 'Basic ***'],
    ['a header without a colon', basic('demo-rsma-re')],
    ['a header without a client', basic(':demonstration')],
    ['a broken percent sign', basic('demo%ZZ:x')],
  ])('with %s for a proof comes from an unknown client', (_case, authorization) => {
    expect(refusal(GRANT, authorization)).toBe('invalid_client');
  });

  it('does not take a secret from the form', () => {
    const body = { ...GRANT, client_id: 'demo-rsma-re', client_secret: 'demonstration' };
    expect(refusal(body)).toBe('invalid_client');
  });

  it('is refused in ASCII, as the standard asks', () => {
    for (const body of [undefined, {}, { grant_type: 'x' }, { grant_type: ['x'] }, GRANT]) {
      expect(() => readTokenForm(body, undefined)).toThrow(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    }
  });
});
