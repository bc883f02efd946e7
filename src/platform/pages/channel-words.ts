/** By which door something was done, as histories say it. */
export const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  api: 'par logiciel',
  page: 'sur Passerelle',
  file: 'par fichier',
  system: 'automatiquement',
};
