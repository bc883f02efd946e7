import type { Caller } from './callers.js';
import type { Call } from './calls.js';

/** How one route received each caller. */
export interface RightsRow {
  readonly name: string;
  readonly method: Call['method'];
  readonly path: Call['path'];
  readonly answers: Readonly<Record<string, string>>;
}

const HEAD = `# Qui peut appeler quoi

Réponses relevées en appelant chaque route avec chaque rôle, sur les données de son propre organisme.
\`oui\` : la route s’ouvre ; \`–\` : elle refuse (401 sans jeton valable, 403 sinon). Un changement de
droits change cette page : \`UPDATE_DOCS=yes npx jest test/permissions/matrix --selectProjects service\`.
`;

const PLACES = {
  referral: ':id',
  candidacy: ':id',
  volunteer: ':id',
  left: ':id',
  return: ':id',
  transfer: ':id',
  contract: ':id',
  direct: ':id',
  dropped: ':id',
  session: ':id',
  sheet: ':id',
  exchange: ':id',
  mailbox: ':id',
  review: ':id',
  merge: ':id',
  kept: ':id',
  pending: ':id',
  preparation: ':id',
  person: ':id',
} as const;

/** The rights as a Markdown table, one block per group of addresses, one line per route. */
export function rightsTable(rows: readonly RightsRow[], callers: readonly Caller[]): string {
  const labels = callers.map(({ label }) => label);
  const lines = rows.map((row) => {
    const cells = labels.map((label) => (row.answers[label] === 'open' ? 'oui' : '–'));
    return [`${row.method} ${row.path(PLACES)}`, ...cells];
  });
  const sorted = lines.sort(([a = ''], [b = '']) => addressOf(a).localeCompare(addressOf(b), 'en'));
  return `${HEAD}\n${aligned([['Route', ...labels], ...sorted])}`;
}

function addressOf(route: string): string {
  const [method = '', path = ''] = route.split(' ');
  return `${path} ${method}`;
}

/** Columns of one width, as the formatter of the house writes them. */
function aligned([head = [], ...body]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...body].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return line(head) + line(widths.map((width) => '-'.repeat(width))) + body.map(line).join('');
}
