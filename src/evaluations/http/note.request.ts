import type { Month } from '../../kernel/index.js';
import { ListOfCodes, MonthField, Text } from '../../platform/fields/index.js';
import { EVALUATION_POINTS, type EvaluationPoint } from '../domain/code-lists.js';

/** Body of `POST /api/v1/evaluations`: codes alone, of a pair and a month. */
export class WriteNoteRequest {
  @Text({ max: 20, about: 'Code de l’autre partie' })
  readonly partner: string;

  @MonthField({ about: 'Mois de fin du contingent' })
  readonly contingent: Month;

  @ListOfCodes(EVALUATION_POINTS)
  readonly worked: EvaluationPoint[];

  @ListOfCodes(EVALUATION_POINTS)
  readonly improve: EvaluationPoint[];
}
