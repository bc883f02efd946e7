import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import type { FieldIssue } from '../../kernel/index.js';
import { readFields } from '../fields/index.js';
import { HttpProblem } from './http-problem.js';

/**
 * Reads bodies and queries whose parameter is a class declared with `platform/fields`; leaves the
 * others as they came. Unknown properties answer 400, values that do not do 422.
 */
@Injectable()
export class FieldsPipe implements PipeTransform {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if ((type !== 'body' && type !== 'query') || !hasFields(metatype)) return value;
    const read = await readFields(metatype, value ?? {});
    if (read.isRight) return read.value;
    throw refusalOf(read.issues);
  }
}

function refusalOf(issues: readonly FieldIssue[]): HttpProblem {
  if (issues.some(({ code }) => code === 'unknown-property')) {
    const detail = 'La requête porte un champ inconnu.';
    return new HttpProblem(400, 'unknown-property', detail, { issues });
  }
  return new HttpProblem(422, 'invalid-request', 'Des valeurs ne conviennent pas.', { issues });
}

function hasFields(metatype: Type | undefined): metatype is Type<object> {
  if (metatype === undefined) return false;
  return getMetadataStorage().getTargetValidationMetadatas(metatype, '', true, false).length > 0;
}
