const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MODULUS = ALPHABET.length;

/**
 * Check character of `body` by ISO/IEC 7064 MOD 37,36 (hybrid), as contract.md 7 asks. It finds every
 * single wrong character, and every swap of two neighbours but a rare one: two characters that also
 * follow each other in the alphabet (`H` and `I`) pass in 1 of the 36 states of the sum.
 * @throws RangeError when `body` is empty or holds anything but `0-9A-Z`.
 */
export function checkCharacter(body: string): string {
  if (body === '') throw new RangeError('Nothing to check');
  let product: number = MODULUS;
  for (const character of body) {
    const sum = (product + valueOf(character)) % MODULUS;
    product = ((sum === 0 ? MODULUS : sum) * 2) % (MODULUS + 1);
  }
  return ALPHABET.charAt((MODULUS + 1 - product) % MODULUS);
}

function valueOf(character: string): number {
  const value = ALPHABET.indexOf(character);
  if (value < 0) throw new RangeError('Only 0-9 and A-Z have a check character');
  return value;
}
