import { lookAtEveryPage } from './support/look-at-every-page.js';
import { isOfMissionsLocales, VISITED } from './support/visited-pages.js';

// …and those of units, operators and national accounts.
lookAtEveryPage(VISITED.filter((one) => !isOfMissionsLocales(one)));
