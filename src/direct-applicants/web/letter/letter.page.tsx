import type { LocalDate } from '../../../kernel/index.js';
import { contactLines, type ContactDetails } from '../../../organisations/index.js';
import { longDate, typeset } from '../../../platform/french/index.js';
import { Page, TitleBar } from '../../../platform/pages/index.js';
import type { DirectApplicantView } from '../../http/direct-applicant.view.js';
import { APPLICANT_CRUMBS, applicantPath } from '../applicant-words.js';

const TITLE = 'Invitation à la mission locale';

/** A letter in plain French, on one sheet; it names the young person only with their agreement. */
export function letterPage(view: DirectApplicantView, contact: ContactDetails): Page {
  const content = (
    <div class="app-column">
      <TitleBar title={TITLE} over={view.unit.name} />
      <p>
        {typeset(`Le ${longDate(view.invitedOn as LocalDate)} – dossier ${view.unitFileNumber}`)}
      </p>
      {paragraphsOf(view, contact).map((text) => (
        <p key={text}>{typeset(text)}</p>
      ))}
      <div class="app-buttons">
        <a class="fr-btn fr-btn--tertiary" href={applicantPath(view.id)}>
          Revenir au candidat
        </a>
      </div>
    </div>
  );
  return new Page(TITLE, content, { crumbs: APPLICANT_CRUMBS });
}

/** What the letter says, paragraph by paragraph. */
export function paragraphsOf(
  view: DirectApplicantView,
  contact: ContactDetails,
): readonly string[] {
  const { youngPerson: person } = view;
  const hello = person ? `Bonjour ${person.firstNames[0] ?? ''} ${person.birthName},` : 'Bonjour,';
  return [
    hello,
    `Vous avez présenté votre candidature à l’unité « ${view.unit.name} ». Elle n’a pas été retenue pour le moment.`,
    ...whereTo(view, contact),
    whatPasses(view),
    'Bon courage pour la suite.',
  ];
}

/** Who reads the name now: a mission locale that was told keeps it until the unit chooses another. */
function whatPasses({ state, missionLocale }: DirectApplicantView): string {
  const isRead = state === 'announced' || state === 'answered' || state === 'to-assign';
  return isRead && missionLocale !== null
    ? `Avec votre accord, nous avons transmis vos coordonnées à la structure « ${missionLocale.name} », et à personne d’autre. Vous pouvez changer d’avis : dites-le-nous, et elles seront effacées.`
    : 'Nous ne transmettons votre nom à personne : c’est à vous de prendre contact.';
}

function whereTo(
  { state, missionLocale, candidates }: DirectApplicantView,
  contact: ContactDetails,
): readonly string[] {
  if (missionLocale !== null && state !== 'to-assign') {
    return [
      `Nous vous invitons à contacter la mission locale de votre commune : ${missionLocale.name}.`,
      ...contactLines(contact),
      'Une mission locale aide tous les jeunes de 16 à 25 ans : emploi, formation, logement, santé, projet. C’est gratuit. Un conseiller vous reçoit et vous suit.',
    ];
  }
  if (state === 'outside-network') {
    return [
      'Il n’y a pas de mission locale du réseau national dans votre territoire. Adressez-vous à la mairie de votre commune : elle vous dira quel service aide les jeunes près de chez vous.',
    ];
  }
  const names = candidates.map(({ name }) => name).join(' ou ');
  return [
    names === ''
      ? 'Nous vous invitons à contacter la mission locale la plus proche de chez vous. La mairie de votre commune vous dira où elle est.'
      : `Nous vous invitons à contacter la mission locale la plus proche de chez vous : ${names}.`,
    'Une mission locale aide tous les jeunes de 16 à 25 ans : emploi, formation, logement, santé, projet. C’est gratuit.',
  ];
}
