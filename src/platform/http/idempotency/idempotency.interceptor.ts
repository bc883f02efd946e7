import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { actorOf } from '../../security/index.js';
import { Idempotency } from './idempotency.js';

/**
 * Gives every JSON POST of the API its protection against replays. A multipart body is not read yet
 * at this point: its handler calls `Idempotency.run` itself.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly idempotency: Idempotency) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = actorOf(request);
    const isProtected = request.method === 'POST' && request.url.startsWith('/api/');
    const isMultipart = request.headers['content-type']?.startsWith('multipart/') === true;
    if (!isProtected || isMultipart || !actor) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const call = { request, reply, actor, body: request.body };
    const serve = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.idempotency.run(call, serve));
  }
}
