import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../security/index.js';
import { HttpProblem } from './http-problem.js';
import { ProblemCatalogue, type ProblemDescription } from './problem-catalogue.js';
import { problemPage, problemsPage } from './problem-page.js';

/** Where the `type` of a problem leads: a page for a person, JSON for a program that asks for it. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  @Get()
  @Public()
  all(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | readonly ProblemDescription[] {
    if (wantsJson(request)) return this.catalogue.all;
    void reply.type('text/html; charset=utf-8');
    return problemsPage(this.catalogue.all);
  }

  @Get(':code')
  @Public()
  one(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string | ProblemDescription {
    const problem = this.catalogue.find(code);
    if (!problem) throw new HttpProblem(404, 'not-found', 'Ce code d’erreur n’existe pas.');
    if (wantsJson(request)) return problem;
    void reply.type('text/html; charset=utf-8');
    return problemPage(problem);
  }
}

function wantsJson({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('application/json') === true;
}
