/** Where people sign in. */
export const SIGN_IN_PATH = '/connexion';
