import { lookAtEveryPage } from './support/look-at-every-page.js';
import { isOfMissionsLocales, VISITED } from './support/visited-pages.js';

// In two files, so that two processes look at them: pages of missions locales and of nobody…
lookAtEveryPage(VISITED.filter(isOfMissionsLocales));
