import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FieldIssue } from '../../kernel/index.js';
import { issuesOf } from './field-issues.js';

export type FieldsRead<T> =
  | { readonly isRight: true; readonly value: T }
  | { readonly isRight: false; readonly issues: readonly FieldIssue[] };

/**
 * Reads a plain object as a request class declared with the decorators of this folder: nothing is
 * converted that the field does not say, nothing unknown is let in (SEC-23, SEC-37).
 */
export async function readFields<T extends object>(
  as: Type<T>,
  plain: unknown,
): Promise<FieldsRead<T>> {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    const issue = { pointer: '', code: 'type-error', detail: 'Un objet JSON est attendu.' };
    return { isRight: false, issues: [issue] };
  }
  const value = plainToInstance(as, plain);
  const errors = await validate(value, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  if (errors.length === 0) return { isRight: true, value };
  return { isRight: false, issues: issuesOf(errors) };
}
