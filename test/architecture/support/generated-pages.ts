import { commandsOf, mermaid, targetsOf, type LifeCycle } from '../../../src/kernel/index.js';
import { flowDocumentation } from '../../../src/exchanges/flow/index.js';
import { FLOWS } from '../../../src/exchanges/flows/index.js';
import { ROW_FAULTS } from '../../../src/exchanges/catalogue/index.js';
import { DOOR_PROBLEMS } from '../../../src/platform/http/door-problems.js';
import { errorClasses } from './declared-errors.js';
import { allMachines } from './machines.js';
import { SOURCES, textOf } from './project-files.js';

/** A page of docs/ that is made from the code. */
export interface GeneratedPage {
  readonly path: string;
  readonly text: string;
}

const NOTICE = '<!-- Page faite par `npm run docs` à partir du code : ne la modifiez pas. -->';

/** Every generated page of docs/. */
export function generatedPages(): GeneratedPage[] {
  const flows = FLOWS.map((flow) => ({
    path: `docs/flows/${flow.code}.md`,
    text: `${NOTICE}\n\n${flowDocumentation(flow)}`,
  }));
  return [...allMachines().map(statesPage), ...flows, errorsPage()];
}

/** A life-cycle: its picture, then who may do what from where. */
function statesPage(machine: LifeCycle): GeneratedPage {
  const rows = commandsOf(machine).map((command) => {
    const { from, to, by, about, guard } = machine.transitions[command]!;
    const condition = guard ? ' (sous condition)' : '';
    return [code(command), list(from), list(targetsOf({ to })), list(by), about + condition];
  });
  return {
    path: `docs/states/${machine.name}.md`,
    text: page([
      `# Cycle de vie : ${machine.name}`,
      `\`\`\`mermaid\n${mermaid(machine)}\`\`\``,
      `État initial : ${code(machine.initial)}. ${finalStates(machine)}`,
      table(['Commande', 'Depuis', 'Vers', 'Par', 'Ce qu’elle fait'], rows),
    ]),
  };
}

function finalStates({ final }: LifeCycle): string {
  return final.length === 1 ? `État final : ${list(final)}.` : `États finaux : ${list(final)}.`;
}

/** Every code a caller can meet: those of the door, of the features, and of the rows of files. */
function errorsPage(): GeneratedPage {
  return {
    path: 'docs/errors.md',
    text: page([
      '# Error codes',
      'A code is stable: a partner’s program may rely on it. The French sentence beside it may change.',
      '## At the door of the API',
      table(
        ['Code', 'HTTP status', 'Title', 'What the caller reads'],
        DOOR_PROBLEMS.map((p) => [code(p.code), String(p.status), p.title, p.about]),
      ),
      '## From the features',
      'The kind gives the status: `not-found` 404, `unauthenticated` 401, `forbidden` 403, `invalid` 422, `refused` and `conflict` 409, `too-large` 413, `too-many` 429, `unavailable` 503.',
      table(['Code', 'Kind', 'Meaning', 'Where'], featureRows()),
      '## From the rows of a file',
      table(['Code', 'Level', 'Message', 'Correction'], faultRows()),
    ]),
  };
}

function featureRows(): string[][] {
  return SOURCES.flatMap((path) => errorClasses(path, textOf(path)))
    .flatMap(({ errors }) => errors)
    .map((error) => [
      code(error.code),
      error.kind === undefined ? 'as the case may be' : code(error.kind),
      error.about,
      error.path.split('/').slice(1, 3).join('/'),
    ])
    .sort(byText);
}

function faultRows(): string[][] {
  return Object.entries(ROW_FAULTS)
    .map(([value, fault]) => [code(value), code(fault.level), fault.message, fault.correction])
    .sort(byText);
}

function byText(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one.join(' '), other.join(' ')];
  return a < b ? -1 : Number(a > b);
}

function page(parts: readonly string[]): string {
  return `${[NOTICE, ...parts].join('\n\n')}\n`;
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

function list(values: readonly string[]): string {
  return values.map(code).join(', ');
}
