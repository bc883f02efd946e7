import { codeList, type CodeList } from './code-list.js';

/** The side a reason comes from. */
export const REASON_SIDES = codeList('cote_motif', 'Côté d’où vient le motif', {
  JEUNE: 'Du fait du jeune',
  UNITE: 'Du fait de l’unité',
  MISSION_LOCALE: 'Du fait de la mission locale',
  TIERS: 'Du fait d’un tiers',
  FORCE_MAJEURE: 'Force majeure',
});
export type ReasonSide = (typeof REASON_SIDES)['values'][number]['code'];

/** First level of the reasons of a list: a label, and the side they come from. */
export interface ReasonFamily<Code extends string = string> {
  readonly label: string;
  /** Null where nobody brings it about: a contract that ends in time, or a reason that is not told. */
  readonly side: ReasonSide | null;
  /** Second level: the codes of the list, as files and API say them. */
  readonly codes: readonly Code[];
}

/** Codes of one list on two levels. Files and API carry the second alone: the first follows from it. */
export interface ReasonTree<Code extends string = string> {
  readonly list: CodeList<Code>;
  readonly families: readonly ReasonFamily<Code>[];
}

/** @throws Error when a code stands nowhere or twice: a reason without a side would be lost in counts */
export function reasonTree<Code extends string>(
  list: CodeList<Code>,
  families: readonly ReasonFamily<Code>[],
): ReasonTree<Code> {
  const placed = families.flatMap(({ codes }) => codes);
  for (const { code } of list.values) {
    const times = placed.filter((one) => one === code).length;
    if (times !== 1) throw new Error(`${list.name}: ${code} stands ${times} times in its families`);
  }
  return { list, families };
}

/** The side a code comes from; null when it comes from nobody. */
export function sideOf<Code extends string>(
  { families }: ReasonTree<Code>,
  code: string,
): ReasonSide | null {
  return families.find(({ codes }) => codes.some((one) => one === code))?.side ?? null;
}

/** The codes that come from a side, in the order of the families. */
export function codesFrom<Code extends string>(
  { families }: ReasonTree<Code>,
  side: ReasonSide | null,
): readonly Code[] {
  return families.flatMap((family) => (family.side === side ? family.codes : []));
}
