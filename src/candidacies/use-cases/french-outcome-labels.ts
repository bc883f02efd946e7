import { Injectable } from '@nestjs/common';
import { OutcomeLabels } from '../../referrals/index.js';
import { outcomeLabel } from '../domain/code-lists.js';

/** Tells the missions locales, below, the words of the unit's list. */
@Injectable()
export class FrenchOutcomeLabels extends OutcomeLabels {
  override labelOf(code: string): string {
    return outcomeLabel(code);
  }
}
