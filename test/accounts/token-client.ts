import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignJWT, type JWTPayload } from 'jose';
import request from 'supertest';
import { epochMillis, type Clock } from '../../src/kernel/index.js';
import { ISSUER } from './fixture.js';

/** An answer of the token endpoint. */
export interface TokenAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
}

/** Asks for a token with these form fields. */
export async function postToken(
  app: NestFastifyApplication,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const answer = await request(app.getHttpServer())
    .post('/oauth/token')
    .set(headers)
    .type('form')
    .send({ grant_type: 'client_credentials', ...fields });
  return { status: answer.status, body: answer.body, headers: answer.headers };
}

/** The header of `client_secret_basic`. */
export function basic(clientId: string, secret: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` };
}

/** The form fields of `private_key_jwt`. */
export async function assertionFields(
  key: { readonly privateKey: Parameters<SignJWT['sign']>[0]; readonly kid: string },
  clientId: string,
  clock: Clock,
  change: JWTPayload = {},
): Promise<Record<string, string>> {
  const now = epochMillis(clock.now()) / 1000;
  const claims = { iss: clientId, sub: clientId, aud: `${ISSUER}/oauth/token`, jti: randomUUID() };
  const assertion = await new SignJWT({ ...claims, iat: now, exp: now + 60, ...change })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid })
    .sign(key.privateKey);
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  };
}
