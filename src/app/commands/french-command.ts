import { Command } from 'commander';

/** Exit status of a command that was not understood. */
const MISUSED = 2;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Tâches :',
};

/** What the library says in English, and what a person reads instead. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/, 'Tâche inconnue : $1.'],
  [/^error: unknown option '(.*)'/, 'Option inconnue : $1.'],
  [/^error: missing required argument '(.*)'/, 'Il manque l’argument <$1>.'],
  [/^error: required option '(.*)' not specified/, 'Il manque l’option $1.'],
  [/^error: option '(.*)' argument missing/, 'Il manque la valeur de l’option $1.'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    'L’option $1 vaut $3, pas $2.',
  ],
  [/^error: too many arguments.*/, 'Il y a trop d’arguments.'],
  [/\(Did you mean (.*)\?\)/, 'Vouliez-vous écrire $1 ?'],
];

/** A command whose own words are French: help, and what is wrong with what was typed. */
export function frenchCommand(name: string, about: string): Command {
  return new Command(name)
    .description(about)
    .helpOption('-h, --help', 'montre cette aide')
    .helpCommand('help [tache]', 'aide d’une tâche')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ outputError: (text, write) => write(inFrench(text)) })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : MISUSED));
}

function inFrench(text: string): string {
  return FAULTS.reduce((said, [english, french]) => said.replace(english, french), text);
}
