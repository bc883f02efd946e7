import { contactLines, type ContactDetails } from '../../organisations/index.js';
import { typeset } from '../../platform/french/index.js';

/** Says nothing of who reads it, nor to whom they applied: a list of messages is seen by others. */
const SUBJECT = 'Prenez contact avec la mission locale';

/**
 * An invitation as plain text: what to do, and where. Nothing of the young person nor of the unit (ADR 0046): whoever
 * else reads the message learns nothing of the young person.
 */
export function invitationMessage(
  missionLocale: string,
  contact: ContactDetails,
): {
  readonly subject: string;
  readonly text: string;
} {
  const text = [
    'Bonjour,',
    `Nous vous invitons à contacter la mission locale : ${missionLocale}.`,
    ...contactLines(contact),
    'Une mission locale aide tous les jeunes de 16 à 25 ans : emploi, formation, logement, santé, projet. C’est gratuit. Un conseiller vous reçoit et vous suit.',
    'Vous recevez ce message parce que vous avez donné votre accord et votre adresse. Vous pouvez changer d’avis : dites-le à qui vous les avez donnés, et ils seront effacés.',
    'Personne ne lit les réponses à ce message.',
  ].join('\n\n');
  return { subject: typeset(SUBJECT), text: `${typeset(text)}\n` };
}
