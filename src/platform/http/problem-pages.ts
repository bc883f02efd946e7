import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemAnswer } from './problem.js';

/** Answers problems to people, as pages; a process without pages has none. */
export abstract class ProblemPages {
  /** @returns false when the request wants no page: it then gets problem+json. */
  abstract answer(answer: ProblemAnswer, request: FastifyRequest, reply: FastifyReply): boolean;
}
