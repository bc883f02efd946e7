import { labelOf, REASON_SIDES, sideOf, type ReasonTree } from '../../../kernel/index.js';
import { typeset } from '../../french/index.js';
import type { ChoiceGroup } from './fields.js';

/** The reasons to choose from, under their first level and its side; `only` keeps some of the codes. */
export function reasonGroups(
  { list, families }: ReasonTree,
  only: (code: string) => boolean = () => true,
): ChoiceGroup[] {
  return families
    .map(({ label, side, codes }) => ({
      title: typeset(side === null ? label : `${label}, ${sideLabel(side)}`),
      choices: codes.filter(only).map((value) => ({ value, label: typeset(labelOf(list, value)) })),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** A reason in words, with the side it comes from when it comes from one. */
export function reasonInWords(tree: ReasonTree, code: string): string {
  const side = sideOf(tree, code);
  const label = labelOf(tree.list, code);
  return typeset(side === null ? label : `${label} (${sideLabel(side)})`);
}

function sideLabel(side: string): string {
  const label = labelOf(REASON_SIDES, side);
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
