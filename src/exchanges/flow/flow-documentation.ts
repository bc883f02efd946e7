import { ROW_FAULTS } from '../catalogue/index.js';
import type { CodeList } from '../../kernel/index.js';
import type { AnyColumn } from './column.js';
import { columnRuleId } from './compiled-column.js';
import type { Flow, FlowSide } from './flow.js';
import { headersOf } from './flow.js';
import { sampleCells } from './flow-files.js';
import { csvLine } from './csv-text.js';
import { lineRules } from './line-rules.js';

const SIDES: Readonly<Record<FlowSide, string>> = {
  'mission-locale': 'mission locale',
  unit: 'unité',
};

/** The rules on lines say the same of every file: any one serves to name them. */
const ANY_MONTH = { nature: 'I', period: '2026-11', isSlotOpen: true } as const;

/** The page of a flow for partners, in French Markdown: columns, lists, rules, example. */
export function flowDocumentation(flow: Flow): string {
  return [
    `# ${flow.code} : ${flow.title}`,
    flow.about,
    factsOf(flow),
    '## Colonnes',
    table(['Règle', 'Colonne', 'Obligatoire', 'Contenu', 'Exemple'], columnRows(flow)),
    'La colonne marquée d’un cadenas est masquée dans les comptes rendus.',
    '## Listes de codes',
    ...listsOf(flow).map(listSection),
    '## Règles entre colonnes',
    table(['Règle', 'Ce qui doit être vrai', 'Colonne', 'Code', 'Niveau'], ruleRows(flow)),
    '## Exemple',
    ['```csv', exampleOf(flow), '```'].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function factsOf(flow: Flow): string {
  const rhythm = flow.hasNotices
    ? 'chaque mois, et un signalement (nature S) dès l’événement'
    : 'chaque mois';
  return [
    `- Schéma : version ${flow.version}`,
    `- De : ${SIDES[flow.from]} ; vers : ${SIDES[flow.to]}`,
    `- Rythme : ${rhythm}`,
    `- Clé du schéma : ${flow.primaryKey.map(code).join(' et ')}`,
    `- Colonne du destinataire : ${code(flow.recipientColumn)}`,
    '- Fichier CSV en UTF-8, séparateur `;`, fins de ligne CRLF, ligne d’en-tête obligatoire',
  ].join('\n');
}

function columnRows(flow: Flow): string[][] {
  return flow.columns.map((column, at) => [
    columnRuleId(flow, at),
    code(column.header) + (column.isSensitive ? ' 🔒' : ''),
    need(column),
    `${column.about} Attendu : ${column.type.expected}.`,
    code(column.example),
  ]);
}

function need({ required, requiredIf }: AnyColumn): string {
  if (required) return 'oui';
  return requiredIf ? `si ${requiredIf}` : 'non';
}

function listsOf(flow: Flow): readonly CodeList[] {
  const lists = flow.columns.flatMap(({ type: { shape } }) =>
    shape.kind === 'code' || shape.kind === 'list' ? [shape.list] : [],
  );
  return [...new Set(lists)];
}

function listSection(list: CodeList): string {
  const rows = list.values.map((value) => [code(value.code), value.label]);
  return `### ${list.name}\n\n${list.about}.\n\n${table(['Code', 'Libellé'], rows)}`;
}

function ruleRows(flow: Flow): string[][] {
  return [...lineRules(flow.code, ANY_MONTH), ...flow.rules].map((rule) => [
    rule.id,
    rule.about,
    code(rule.column),
    code(rule.code) + (rule.precision ? ` (${rule.precision})` : ''),
    rule.level ?? ROW_FAULTS[rule.code].level,
  ]);
}

function exampleOf(flow: Flow): string {
  const lines = [headersOf(flow), ...sampleCells(flow)].map(csvLine);
  return lines.join('').replaceAll('\r\n', '\n').trimEnd();
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, headings.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n');
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${text}\``;
}
