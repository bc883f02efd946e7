/** Pages one may be sent to after signing in; nothing that a link of another site could choose (SEC-32). */
const KNOWN =
  /^\/(orientations|candidatures|jeunes|echanges|admin|indicateurs|rapport|aide|compte)?([/?][\w\-./?=&%+:,~]*)?$/;

/** The path to open after a sign-in: the one asked when it is a page of this service, else the home. */
export function nextPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > 500) return '/';
  const isOwn = KNOWN.test(asked) && !asked.startsWith('//') && !asked.includes('..');
  return isOwn ? asked : '/';
}

/** Where somebody of several organisations chooses one before going to `next`. */
export function choicePath(next: string): string {
  return next === '/' ? '/organisation' : `/organisation?suite=${encodeURIComponent(next)}`;
}
