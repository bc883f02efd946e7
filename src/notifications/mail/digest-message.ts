import { MAIL_PREFERENCES_PATH } from '../../accounts/index.js';
import { typeset } from '../../platform/french/index.js';
import type { DigestSection } from '../domain/digest.js';
import type { DigestToSend } from '../use-cases/ports.js';

/** The same for everybody: what waits is for whoever opens the message, not for whoever sees the list. */
const SUBJECT = 'Passerelle : ce qui vous attend';

/**
 * A digest as plain text: counts and addresses of lists. No name, neither of a young person nor of the
 * reader: a message is read on many screens (trust.md 4).
 * @param service address of the service, without a final slash
 */
export function digestMessage({ digest }: DigestToSend, service: string) {
  const sections = digest.map((section) => sectionText(section, service));
  const text = [
    'Bonjour,',
    `Voici ce qui vous attend dans Passerelle.`,
    ...sections,
    'Ce message ne contient que des nombres : connectez-vous pour voir le détail.',
    `Recevoir ces messages moins souvent, ou plus du tout :\n${service}${MAIL_PREFERENCES_PATH}`,
  ].join('\n\n');
  const preferencesUrl = `${service}${MAIL_PREFERENCES_PATH}`;
  return { subject: typeset(SUBJECT), text: `${text}\n`, preferencesUrl };
}

function sectionText({ organisation, lines }: DigestSection, service: string): string {
  const said = lines.map(({ text, path }) => `- ${text}\n  ${service}${path}`);
  return [organisation, ...said].join('\n');
}
