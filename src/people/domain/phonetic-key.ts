import { tightKey } from './name-keys.js';
import { remembered } from './remembered.js';

/**
 * Spellings that sound alike in French, read in this order. Digits stand for sounds that one letter
 * cannot write: 1 = "an", 2 = "in", 3 = "on", 4 = "ou", 5 = "ch".
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:H|MC|MAC(?=[BCDFGK]))/u, ''],
  [/S?CH|SH/gu, '5'],
  [/PH/gu, 'F'],
  [/H/gu, ''],
  [/(.)\1+/gu, '$1'],
  [/E?AU[XTD]?$|E?AU/gu, 'O'],
  [/OU/gu, '4'],
  [/(?:OEU|OE|EU)/gu, 'E'],
  [/(?:QU|Q|CK|CQ|C(?![EIY]))/gu, 'K'],
  [/C/gu, 'S'],
  [/GU(?=[EIY])/gu, 'G'],
  [/GE(?=[AO])|G(?=[EIY])/gu, 'J'],
  [/W/gu, 'V'],
  [/[AE](?:I|Y)[NM](?![AEIOUY4])|[IY][NM](?![AEIOUY4])|UN(?![AEIOUY4])/gu, '2'],
  [/[AE][NM](?![AEIOUY4])/gu, '1'],
  [/O[NM](?![AEIOUY4])/gu, '3'],
  [/AI|EI|AY|EY/gu, 'E'],
  [/Y/gu, 'I'],
  [/Z/gu, 'S'],
  [/(?<=.{2})(?:ER|[ESTDXP])+$/u, ''],
  [/(.)\1+/gu, '$1'],
];

/**
 * One key for the spellings that a French ear does not tell apart (exchange.md 7.f rule 10).
 * Coarse on purpose: it gathers candidates and gives weak evidence, it never links anyone.
 */
export const phoneticKey = remembered((text: string): string =>
  SOUNDS.reduce((key, [spelling, sound]) => key.replace(spelling, sound), tightKey(text)),
);
