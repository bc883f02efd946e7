import type { CodeList } from '../../../kernel/index.js';
import { typeset } from '../../../platform/french/index.js';
import { ROW_FAULTS } from '../../catalogue/index.js';
import {
  columnRuleId,
  lineRules,
  sampleCells,
  type Flow,
  type FlowSide,
} from '../../flow/index.js';
import { GRAVITIES, type StateWords } from '../exchange-words.js';

const SIDES: Readonly<Record<FlowSide, string>> = {
  'mission-locale': 'la mission locale',
  unit: 'l’unité',
};

/** A flow in the list of formats. */
export interface FlowLine {
  readonly code: string;
  readonly title: string;
  readonly about: string;
  readonly way: string;
  readonly href: string;
}

/** A column of a flow, in words. */
export interface ColumnWords {
  readonly header: string;
  readonly title: string;
  readonly need: string;
  readonly content: string;
  readonly example: string;
  readonly rule: string;
}

/** A rule between columns, in words. */
export interface RuleWords {
  readonly id: string;
  readonly about: string;
  readonly column: string;
  readonly gravity: StateWords;
}

/** All there is to know to prepare the files of a flow. */
export interface FlowWords extends FlowLine {
  readonly version: string;
  readonly rhythm: string;
  readonly columns: readonly ColumnWords[];
  readonly lists: readonly CodeList[];
  readonly rules: readonly RuleWords[];
  readonly example: readonly (readonly [header: string, cell: string])[];
  readonly templateHref: string;
  readonly sampleHref: string;
  readonly schemaHref: string;
}

/** The rules on lines say the same of every file: any one serves to name them. */
const ANY_MONTH = { nature: 'I', period: '2026-11', isSlotOpen: true } as const;

/** A flow as one line. */
export function flowLine({ code, title, about, from, to }: Flow): FlowLine {
  const way = `De ${SIDES[from]} vers ${SIDES[to]}`;
  return {
    code,
    title,
    about: typeset(about),
    way,
    href: `/echanges/formats/${code.toLowerCase()}`,
  };
}

/** A flow as a page, from its declaration alone. */
export function flowWords(flow: Flow): FlowWords {
  const api = `/api/v1/flows/${flow.code.toLowerCase()}`;
  const headers = flow.columns.map(({ header }) => header);
  const [sample = []] = sampleCells(flow);
  return {
    ...flowLine(flow),
    version: flow.version,
    rhythm: flow.hasNotices ? 'Chaque mois, et par un signalement dès l’événement' : 'Chaque mois',
    columns: flow.columns.map((column, at) => ({
      header: column.header,
      title: column.title,
      need: column.required ? 'Oui' : column.requiredIf ? `Si ${column.requiredIf}` : 'Non',
      content: typeset(`${column.about} Attendu : ${column.type.expected}.`),
      example: column.example,
      rule: columnRuleId(flow, at),
    })),
    lists: listsOf(flow),
    rules: [...lineRules(flow.code, ANY_MONTH), ...flow.rules].map((rule) => ({
      id: rule.id,
      about: typeset(rule.about),
      column: rule.column,
      gravity: GRAVITIES[rule.level ?? ROW_FAULTS[rule.code].level],
    })),
    example: headers.map((header, at) => [header, sample[at] || 'vide'] as const),
    templateHref: `${api}/template.csv`,
    sampleHref: `${api}/sample.csv`,
    schemaHref: `${api}/schema.json`,
  };
}

function listsOf(flow: Flow): readonly CodeList[] {
  const lists = flow.columns.flatMap(({ type: { shape } }) =>
    shape.kind === 'code' || shape.kind === 'list' ? [shape.list] : [],
  );
  return [...new Set(lists)];
}
