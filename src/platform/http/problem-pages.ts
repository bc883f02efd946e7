import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemAnswer } from './problem.js';
import type { ProblemDescription } from './problem-catalogue.js';

/** Answers problems to people, as pages; a process without pages has none. */
export abstract class ProblemPages {
  /** @returns false when the request wants no page: it then gets problem+json. */
  abstract answer(answer: ProblemAnswer, request: FastifyRequest, reply: FastifyReply): boolean;
  /** One code explained to a person, to be answered as it is. */
  abstract one(problem: ProblemDescription): unknown;
  /** All codes, to be answered as they are. */
  abstract all(problems: readonly ProblemDescription[]): unknown;
}
