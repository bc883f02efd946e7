import type { Notice } from '../../platform/pages/index.js';

/** What became of a session that was to be closed: one that was not open is not said to be closed now. */
export function endedWords(isEnded: boolean): Notice {
  return isEnded
    ? { tone: 'success', text: 'Session fermée.' }
    : { tone: 'info', text: 'Cette session n’était plus ouverte\u00A0: rien n’a changé.' };
}
