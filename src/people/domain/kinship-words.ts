/** How two values of a trait are related, in words. */
export const KINSHIP_WORDS: Readonly<Record<string, string>> = {
  exact: 'identique',
  close: 'proche',
  weak: 'même son, ou parmi les autres prénoms',
  typo: 'proche : faute de frappe, ou jour et mois inversés',
  'same-month-known': 'même année et même mois, jour inconnu',
  'same-year-known': 'même année, le reste inconnu',
  'same-year': 'même année, autre jour',
  'same-area': 'même département',
  different: 'différent',
  missing: 'inconnu d’un côté',
};
