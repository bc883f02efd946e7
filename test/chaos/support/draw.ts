import { randomInt } from 'node:crypto';

/** The seed of this run: `CHAOS_SEED` gives one again. Printed, so that a failure can be played again. */
export const SEED = Number(process.env['CHAOS_SEED'] ?? randomInt(2 ** 31));

process.stderr.write(`chaos: CHAOS_SEED=${SEED}\n`);

/** A draw below a bound, the same for the same seed and name (mulberry32). */
export function seededDraw(name: string): (below: number) => number {
  let state = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, SEED | 0);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** How many trials a suite makes: few in `npm test`, as many as asked for in `npm run chaos`. */
export function chaosTrials(variable: string, usual: number): number {
  const asked = Number(process.env[variable] ?? usual);
  return Number.isInteger(asked) && asked > 0 ? asked : usual;
}
