/** Where a family name or a first name is at home; the people themselves are all invented. */
export const REGIONS = [
  'antilles',
  'guyane',
  'reunion',
  'mayotte',
  'caledonie',
  'hexagone',
] as const;
export type Region = (typeof REGIONS)[number];

function words(text: string): readonly string[] {
  return text.trim().split(/\s*,\s*/);
}

/** Birth names, with the spellings that break careless software. */
export const FAMILY_NAMES: Readonly<Record<Region, readonly string[]>> = {
  antilles: words(
    `BÉLIZAIRE, CÉLESTINE, JEAN-BAPTISTE, DÉSIRÉ, ÉLISABETH, FRANÇOIS-HAUGRIN, GÉNÉRAL, LAURÉAT,
     MONTOUT, NARÇON, PÉTRONILLE, SAINTE-ROSE, THÉOPHILE, ZÉPHIR, CHAMPVERT, D’ALEXIS, RENÉ-CORAIL,
     LUDOSKY, MARIE-JOSEPH, ROSÉE, SIOUSARRAM, VIRAPIN, ÉDOUARD, O’NEIL`,
  ),
  guyane: words(
    `APPOLINAIRE, BÉNÉTEAU, CLÉMENT, DÉSIRÉ-LUCIEN, ELFORT, GOUDÉ, HIDAIR, JADFARD, KONG A SIOU,
     LÉANDRE, MADÈRE, NÉRON, OUSSÉNI, PINAS, RÉZAIRE, SÃO PEDRO, TARCY, WEIMERT, ZÉPHIRIN, AMAÏ`,
  ),
  reunion: words(
    `PAYET, HOARAU, GRONDIN, TÉCHER, BOYER, FONTAINE, RIVIÈRE, DIJOUX, LEBON, MAILLOT, NATIVEL,
     ROBERT, SÉRY, TURPIN, VITRY, BÈGUE, BÉNARD, CADET, ÉTHÈVE, FRANÇOISE, GAUVIN, IDMONT, K’BIDY,
     LAURET, MOUTOUSSAMY, SINAMA-PONGOLLE, VIRAYE, ZITTE, AH-KOON, LÉPINAY`,
  ),
  mayotte: words(
    `MADI, ALI, BOINAÏDI, ABDOU, SAÏD, HOUMADI, ISSOUFI, MOUSSA, ATTOUMANI, BACAR, COMBO, DAOUDOU,
     HALIDI, IBRAHIM, M’COLO, M’ZÉ, OUSSÉNI, RAMADANI, SOULAÏMANA, TOUMBOU, YOUSSOUFFA, ANDJILANI`,
  ),
  caledonie: words(
    `WAMYTAN, NAISSELINE, PIDJOT, TJIBAOU, HNAÏJE, KÖINDREDI, WAHÉO, XÉNIHATE, GÖROMIDO, NÉAOUTYINE,
     LAVELOUA, TUIHANI, BOÉWA, POADJA, MAÏAMA, TÉÉA, KATRAWA, UNË`,
  ),
  hexagone: words(
    `LEFÈVRE, LE GOFF, D’ORNANO, GARÇON, BÉNÉZET, MAËS, MÜLLER, SCHAËFFER, N’DIAYE, DA CONCEIÇÃO,
     LAFORÊT, CHÂTEAU, BŒUF, SŒUR, ÇELIK, NUÑEZ, BRÛLÉ, L’HÔPITAL, GUÉNOLÉ, KERJEAN, PRÊTRE, HÉNAÜT,
     VAN DER BÖCK, EL AMRAÏ, TRƯƠNG, DUPONT, MARÉCHAL, CÔTÉ, L’HAŸ, ÎLIEN, AÏT SAÏD, NOËL`,
  ),
};

/** First names given to girls and to boys. */
export const FIRST_NAMES: Readonly<Record<'F' | 'M', readonly string[]>> = {
  F: words(
    `Léa, Maëlys, Zoé, Anaïs, Inès, Chloé, Élodie, Noémie, Océane, Aïcha, Fatïha, Naïma, Jeanne-Marie,
     Solène, Gaëlle, Héloïse, Cœurine, Marie-Ève, Séréna, Loïse, Djamila, Éva, Françoise, Rose-May,
     Maïwenn, Thaïs, Célia, Amélie, Zaïnaba, Laëtitia, Vaéa, Éléonore`,
  ),
  M: words(
    `Loïc, Mickaël, Théo, Jérémy, Anthony, Kévin, Jean-René, Gaël, Raphaël, Noë, Ismaël, Naïm, Saïd,
     Cédric, Aurélien, Mathéo, Grégory, Élie, Benoît, François, Jérôme, Zéphyr, Ludovic, Gaëtan, Joël,
     Aloïs, Wladimir, Stéphane, Léandre, Côme, Timéo, Yanis`,
  ),
};
