import { FieldCipher, FieldKeyRing } from '../../src/platform/security/index.js';

/** A cipher for stores that a test builds by hand. */
export const TEST_CIPHER = new FieldCipher(
  FieldKeyRing.parse(Buffer.alloc(32, 7).toString('base64')),
);
