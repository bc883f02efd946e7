import { codeList } from '../../kernel/index.js';

/** How often somebody wants the digest. The list is ours: no source fixes it. */
export const DIGEST_FREQUENCIES = codeList('frequence_courriel', 'Fréquence du courriel', {
  QUOTIDIEN: 'Chaque jour ouvré, quand quelque chose a changé',
  HEBDOMADAIRE: 'Une fois par semaine, le premier jour ouvré',
  JAMAIS: 'Jamais',
});

export type DigestFrequency = (typeof DIGEST_FREQUENCIES.values)[number]['code'];

/** Of whoever chose nothing (peers.md: one merged message a day, never one per event). */
export const USUAL_FREQUENCY: DigestFrequency = 'QUOTIDIEN';
