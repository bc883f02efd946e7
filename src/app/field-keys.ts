import type { Configuration } from '../platform/config/index.js';
import { FieldKeyRing } from '../platform/security/index.js';
import { keptFieldKeys } from './data-folder.js';

/** The configured key, or, outside production, the one kept in `folder`. */
export function fieldKeysOf(configuration: Configuration, folder: string): FieldKeyRing {
  const { fieldEncryptionKey: key } = configuration;
  return key === undefined ? keptFieldKeys(folder) : new FieldKeyRing(1, new Map([[1, key]]));
}
