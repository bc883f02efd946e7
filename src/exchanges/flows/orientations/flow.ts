import { defineFlow } from '../../flow/index.js';
import { ORIENTATION_COLUMNS } from './columns.js';
import { orientationRules } from './rules.js';
import { ORIENTATION_SAMPLES } from './samples.js';

/** ORI: young people whom the missions locales refer to the units (exchange.md 7.a; domain.md F04-F05). */
export const ORIENTATIONS = defineFlow({
  code: 'ORI',
  version: '1.0.0',
  title: 'Orientations',
  about: 'Jeunes que la mission locale oriente vers une unité du SMA ou du SMV.',
  from: 'mission-locale',
  to: 'unit',
  hasNotices: true,
  columns: ORIENTATION_COLUMNS,
  primaryKey: ['reference_orientation'],
  emitterColumn: 'code_structure',
  recipientColumn: 'code_unite',
  samples: ORIENTATION_SAMPLES,
  naturalKey: (row) => [row.reference_orientation],
  eventDay: (row) => row.date_orientation,
  rules: orientationRules,
});
