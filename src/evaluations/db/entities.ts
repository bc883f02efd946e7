import { EvaluationNoteEntity } from './evaluation-note.entity.js';

/** The tables of this feature, for the data source; they refer to those of other features by name. */
export const EVALUATION_ENTITIES = [EvaluationNoteEntity];
