import type { SeededRandom } from './seeded-random.js';

/** Steps of the sequences: fractions that no ratio comes near, so that what is drawn by one says nothing of another. */
const STEPS = { golden: 0.618_033_988, root2: 0.414_213_562, root3: 0.732_050_807 } as const;

/**
 * Shares out a group instead of drawing each member: of forty, a tenth are three to five. Where a draw
 * leaves a count to chance, this one keeps it near its share in every group.
 */
export class EvenShares {
  private position: number;
  private readonly step: number;

  constructor(random: SeededRandom, step: keyof typeof STEPS) {
    this.position = random.next();
    this.step = STEPS[step];
  }

  /** The choice of the next member, by weight. */
  next<T>(choices: readonly (readonly [T, number])[]): T {
    this.position = (this.position + this.step) % 1;
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.position * total;
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    throw new Error('nothing to share out');
  }
}
