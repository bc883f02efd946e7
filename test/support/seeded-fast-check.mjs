// fast-check, drawing the same cases again when `TEST_SEED` says which: `.ci/run` takes the seed from
// the commit, so that one commit always meets the same cases, and the next commit meets others.
import fc from '../../node_modules/fast-check/lib/cjs/fast-check.js';

const seed = process.env.TEST_SEED;
if (seed) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });

export * from '../../node_modules/fast-check/lib/cjs/fast-check.js';
export default fc;
