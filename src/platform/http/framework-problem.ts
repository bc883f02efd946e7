import { HttpException } from '@nestjs/common';
import { HttpProblem } from './http-problem.js';
import { outageProblem } from './outage.js';

const DETAILS: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['malformed-request', 'Cette requête est illisible.'],
  404: ['not-found', 'Rien n’existe à cette adresse.'],
  405: ['method-not-allowed', 'Cette adresse ne répond pas à cette méthode.'],
  408: ['request-timeout', 'La requête n’est pas arrivée en entier à temps.'],
  413: ['payload-too-large', 'Le corps de la requête est trop volumineux.'],
  414: ['uri-too-long', 'Cette adresse est trop longue.'],
  415: ['unsupported-media-type', 'Ce type de contenu n’est pas accepté ici.'],
  431: ['headers-too-large', 'Les en-têtes de la requête sont trop longs.'],
};

/** The door's problem of a status the framework chose; nothing for the others. */
export function doorProblem(status: number): HttpProblem | undefined {
  const [code, detail] = DETAILS[status] ?? [];
  return code === undefined || detail === undefined
    ? undefined
    : new HttpProblem(status, code, detail);
}

/**
 * The refusals of Nest and Fastify said in our words: their own texts may quote the request. What is
 * not one of them passes through.
 */
export function translated(error: unknown): unknown {
  const outage = outageProblem(error);
  if (outage) return outage;
  const status = statusOf(error);
  if (status === undefined || error instanceof HttpProblem) return error;
  return doorProblem(status) ?? (status < 500 ? doorProblem(400) : error);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || error.name !== 'FastifyError') return undefined;
  const status: unknown = Reflect.get(error, 'statusCode');
  return typeof status === 'number' ? status : undefined;
}
