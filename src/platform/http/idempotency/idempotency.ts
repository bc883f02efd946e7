import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UnitOfWork, type Actor } from '../../../kernel/index.js';
import { notesOf } from '../request-notes.js';
import { fingerprintOf } from './fingerprint.js';
import { IdempotencyOtherPayload, IdempotencyRunning } from './idempotency-errors.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { IdempotencyStore, type IdempotencyClaim, type StoredAnswer } from './idempotency-store.js';

/** The headers of an answer that a replay gives again. */
const KEPT_HEADERS = ['location', 'content-type'] as const;

/** One POST about to be served. */
export interface IdempotentCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly actor: Actor;
  /** What was sent: the JSON body, or the hashes of the parts of a multipart body. */
  readonly body: unknown;
}

/**
 * Serves a POST once per key: its effect, the key and the answer are written in one transaction
 * (REL-07). A refusal is not kept: nothing happened, so the request may simply be sent again.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly store: IdempotencyStore,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Answers what `serve` answers, or what it answered the first time. A handler of multipart bodies
   * calls this itself, once it knows the hashes of the parts; the interceptor does it for JSON.
   * @throws IdempotencyRunning 409, IdempotencyOtherPayload 422
   */
  async run(call: IdempotentCall, serve: () => Promise<unknown>): Promise<unknown> {
    const claim = claimOf(call);
    if (!claim) return serve();
    return this.unitOfWork.run(call.actor, () => this.once(call, claim, serve));
  }

  private async once(
    call: IdempotentCall,
    claim: IdempotencyClaim,
    serve: () => Promise<unknown>,
  ): Promise<unknown> {
    const start = await this.store.begin(claim);
    if (start.state === 'running') throw new IdempotencyRunning();
    if (start.state === 'other-payload') throw new IdempotencyOtherPayload();
    if (start.state === 'replay') return replay(call, start.answer);
    const body = await serve();
    await this.store.complete(claim, answerOf(call.reply, body));
    return body;
  }
}

function claimOf({ request, actor, body }: IdempotentCall): IdempotencyClaim | undefined {
  const key = idempotencyKeyOf(request.headers['idempotency-key']);
  if (key === undefined || actor.organisation === null) return undefined;
  const client = `${actor.type}:${actor.id}`;
  const { method, url } = request;
  const fingerprint = fingerprintOf({ method, url, client, body });
  return { key, client, organisationId: actor.organisation.id, fingerprint };
}

function answerOf(reply: FastifyReply, body: unknown): StoredAnswer {
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = reply.getHeader(name);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return {
    status: reply.statusCode,
    headers: Object.fromEntries(kept),
    body: body === undefined ? null : JSON.stringify(body),
  };
}

function replay({ request, reply }: IdempotentCall, answer: StoredAnswer): unknown {
  notesOf(request).isReplayed = true;
  void reply.status(answer.status).headers(answer.headers).header('idempotency-replayed', 'true');
  return answer.body === null ? undefined : (JSON.parse(answer.body) as unknown);
}
