/** Words for the person who looks; the figures have the standard output for themselves. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
