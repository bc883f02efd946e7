/*
 * What must never travel, however it was smuggled: medical profile, diagnosis code, social security
 * number (exchange.md 6.5 #92; domain.md 3.3). The SIGYCOP profile has seven figures: S, I, G, Y and O
 * from 1 to 6, C from 1 to 5, P from 0 to 5.
 */
const PROFILE_FIGURES =
  /(?<![0-9])[1-6](?:[ ./-]?[1-6]){3}[ ./-]?[1-5][ ./-]?[1-6][ ./-]?[0-5](?![0-9])/;
const PROFILE_LETTERS = /S ?:?[1-6][ ,;/-]?I ?:?[1-6][ ,;/-]?G ?:?[1-6]/i;
const DIAGNOSIS_CODE = /(?<![A-Z0-9])[A-TV-Z][0-9]{2}\.[0-9]{1,2}(?![0-9])/;
const MEDICAL_WORD = /sigycop|cim[ -]?10|diagnosti|psychiatri|pathologi/i;
const SOCIAL_SECURITY =
  /(?<![0-9])[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]|[2-9][0-9]) ?(?:[0-9]{2}|2[AB]) ?[0-9]{3} ?[0-9]{3}(?: ?[0-9]{2})?(?![0-9])/i;
/** A cheap question first: most honest cells have neither four figures nor one of the words. */
const WORTH_A_LOOK = /[0-9].*[0-9].*[0-9]|sigycop|cim|diagnosti|psychiatri|pathologi/i;

/** True when free text holds a medical profile, a diagnosis code or word, or a social security number. */
export function isForbiddenText(text: string): boolean {
  if (!WORTH_A_LOOK.test(text)) return false;
  return (
    isForbiddenIdentifier(text) ||
    PROFILE_FIGURES.test(text) ||
    DIAGNOSIS_CODE.test(text) ||
    MEDICAL_WORD.test(text)
  );
}

/**
 * The same for a value of the right shape in a column of numbers: seven figures between 1 and 6 are then
 * an honest number, so only what cannot be one is refused.
 */
export function isForbiddenIdentifier(text: string): boolean {
  return SOCIAL_SECURITY.test(text) || PROFILE_LETTERS.test(text) || /sigycop/i.test(text);
}
