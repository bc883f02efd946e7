import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { isUuid } from '../fields/index.js';
import { unknownAddress } from './unknown-address.js';

@Injectable()
class ResourceIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw unknownAddress();
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
