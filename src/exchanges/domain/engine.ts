import { localDate } from '../../kernel/index.js';

/** Version of the rules that judge files, as reports name it (`moteur`): that of the package. */
export const ENGINE_VERSION = '0.1.0';

/** Day of the shipped reference data, as reports name it (`nomenclatures`). */
export const CODE_LISTS_ON = localDate(2026, 1, 1);
