import { Controller, Get, Optional, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../security/index.js';
import { HttpProblem } from './http-problem.js';
import { ProblemCatalogue } from './problem-catalogue.js';
import { ProblemPages } from './problem-pages.js';

/**
 * Where the `type` of a problem leads: a page for a person; JSON for a program that asks for it, and
 * from a process without pages.
 */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  constructor(
    private readonly catalogue: ProblemCatalogue,
    @Optional() private readonly pages?: ProblemPages,
  ) {}

  @Get()
  @Public()
  all(@Req() request: FastifyRequest): unknown {
    const { all } = this.catalogue;
    return this.pages && !wantsJson(request) ? this.pages.all(all) : all;
  }

  @Get(':code')
  @Public()
  one(@Param('code') code: string, @Req() request: FastifyRequest): unknown {
    const problem = this.catalogue.find(code);
    if (!problem) throw new HttpProblem(404, 'not-found', 'Ce code d’erreur n’existe pas.');
    return this.pages && !wantsJson(request) ? this.pages.one(problem) : problem;
  }
}

function wantsJson({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('application/json') === true;
}
