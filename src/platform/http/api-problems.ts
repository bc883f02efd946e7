import type { ApiResponseOptions } from '@nestjs/swagger';

const TEXT = { type: 'string' };

const ISSUES = {
  type: 'array',
  items: {
    type: 'object',
    required: ['pointer', 'code', 'detail'],
    properties: { pointer: TEXT, code: TEXT, detail: TEXT },
  },
};

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'correlationId'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: TEXT,
    status: { type: 'integer' },
    detail: TEXT,
    instance: { type: 'string', format: 'uri' },
    code: TEXT,
    errors: ISSUES,
    correlationId: { type: 'string', format: 'uuid' },
  },
};

function answer(status: number, description: string): ApiResponseOptions {
  return {
    status,
    description,
    content: { 'application/problem+json': { schema: PROBLEM_SCHEMA } },
  };
}

/** The refusals any route may answer (RFC 9457). */
export const PROBLEM_ANSWERS: readonly ApiResponseOptions[] = [
  answer(400, 'Requête illisible ou champ inconnu'),
  answer(401, 'Jeton absent, expiré ou révoqué'),
  answer(403, 'Rôle ou portée insuffisants'),
  answer(404, 'Introuvable pour cette organisation'),
  answer(409, 'Refus du cycle de vie ou conflit'),
  answer(422, 'Valeurs refusées'),
  answer(500, 'Erreur du service'),
];
