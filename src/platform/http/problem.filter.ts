import { Catch, Optional, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/index.js';
import { EventLog } from '../logging/index.js';
import { actorOf } from '../security/index.js';
import { doorProblem, translated } from './framework-problem.js';
import { HttpProblem } from './http-problem.js';
import { outageProblem } from './outage.js';
import { ProblemCatalogue } from './problem-catalogue.js';
import { ProblemPages } from './problem-pages.js';
import { problemAnswer } from './problem.js';
import { RefusalObserver } from './refusal-observer.js';
import { notesOf } from './request-notes.js';
import { RouteTable } from './route-table.js';

/** Turns everything thrown into an RFC 9457 answer; logs the faults that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly catalogue: ProblemCatalogue,
    private readonly routes: RouteTable,
    private readonly log: EventLog,
    @Optional() private readonly refusals?: RefusalObserver,
    @Optional() private readonly pages?: ProblemPages,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = this.unknownAddress(request) ?? translated(thrown);
    const answer = problemAnswer(error, request.id, this.catalogue);
    const { problem, headers, isFault } = answer;
    notesOf(request).problem = problem.code;
    await this.tell(request, error);
    // An outage is ours to mend too: the operators are alerted by this line (exchange.md 6.1 #17).
    const isOurs = isFault || outageProblem(thrown) !== undefined;
    if (isOurs) this.log.error('http.fault', thrown, { status: problem.status });
    // A part of the answer is already gone: all that is left is to cut it short.
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (this.pages?.answer(answer, request, reply)) return;
    void reply
      .status(problem.status)
      .headers(headers)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }

  private async tell(request: FastifyRequest, error: unknown): Promise<void> {
    const actor = actorOf(request);
    if (!this.refusals || !actor || !(error instanceof DomainError)) return;
    const isReading = request.method === 'GET';
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const { id } = (request.params ?? {}) as { id?: string };
    await this.refusals.refused({ actor, route, resourceId: id ?? null, error, isReading });
  }

  /** 405 where another method would answer, and for every TRACE (SEC-38); 404 elsewhere. */
  private unknownAddress(request: FastifyRequest): HttpProblem | undefined {
    if (!request.is404) return undefined;
    const [path = ''] = request.url.split('?');
    const allowed = this.routes.methodsAt(path);
    if (allowed.length === 0 && request.method !== 'TRACE') return doorProblem(404);
    const detail = 'Cette adresse ne répond pas à cette méthode.';
    const headers = { allow: allowed.join(', ') };
    return new HttpProblem(405, 'method-not-allowed', detail, { headers });
  }
}
