import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Documents the answer of a list of `view`. */
export function ApiPage(view: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(view),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items', 'next', 'total'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(view) } },
          next: { type: 'string', nullable: true, description: 'Curseur de la page suivante' },
          total: { type: 'integer', minimum: 0 },
        },
      },
    }),
  );
}
