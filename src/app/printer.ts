/** Prints lines for a person on the standard output: the start's banner, the command line's answers. */
export function print(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

/** Prints lines for a person on the standard error. */
export function printFault(...lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}
