import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { isUuid } from '../fields/index.js';
import { HttpProblem } from './http-problem.js';

@Injectable()
class ResourceIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw new HttpProblem(404, 'not-found', 'Rien n’existe à cette adresse.');
    return value.toLowerCase();
  }
}

/**
 * The id of a resource in the address. Something that is no UUID is simply not found: it is told
 * apart from an unknown id by nobody.
 */
export function ResourceId(name = 'id'): ParameterDecorator {
  return Param(name, ResourceIdPipe);
}
