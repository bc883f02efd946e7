/*
 * UTF-8 bytes read as Windows-1252 or Latin-1 and written again: `HÃ©lÃ¨ne`. Only the lead bytes that
 * French text gives are looked for (C2 to C5, E2): others would also be found in honest names.
 */
const CONTINUATION = '[\\u0080-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]';
const TRACE = new RegExp(`[ÂÃÄÅ]${CONTINUATION}|â${CONTINUATION}{2}`, 'g');

/** Windows-1252 characters of the bytes 80 to 9F; the five bytes without a character stay C1 controls. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text with its double encoding undone; nothing when it shows no trace of one. */
export function repairedText(text: string): string | undefined {
  const repaired = text.replace(TRACE, (trace) => decoded([...trace].map(byteOf)));
  return repaired === text ? undefined : repaired;
}

function byteOf(character: string): number {
  const high = HIGH.indexOf(character);
  return high >= 0 ? 0x80 + high : (character.codePointAt(0) ?? 0);
}

/** The character of two or three UTF-8 bytes. */
function decoded([lead = 0, second = 0, third]: readonly number[]): string {
  const code =
    third === undefined
      ? ((lead & 0x1f) << 6) | (second & 0x3f)
      : ((lead & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
  return String.fromCodePoint(code);
}
