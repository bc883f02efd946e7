import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { PageWriter } from './page-writer.js';
import { Page, SeeOther } from './page.js';

/** Turns what a controller of pages answers into HTML or a redirect; leaves other answers alone. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly writer: PageWriter) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(map((answer) => this.written(answer, request, reply)));
  }

  private written(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    if (answer instanceof Page) return this.writer.html(answer, request, reply);
    if (!(answer instanceof SeeOther)) return answer;
    this.writer.redirect(answer, reply);
    return '';
  }
}
