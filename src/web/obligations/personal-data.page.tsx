import { Page, TitleBar } from '../../platform/pages/index.js';

/** What becomes of personal data, in plain French. */
export function personalDataPage(): Page {
  const content = (
    <div class="app-column">
      <TitleBar title="Données personnelles" />
      <h2>Pourquoi ces données</h2>
      <p>
        Les missions locales orientent des jeunes vers le service militaire adapté et le service
        militaire volontaire. Passerelle transmet leur dossier à l’unité, et la réponse à la mission
        locale, pour qu’aucun jeune ne soit perdu entre les deux.
      </p>
      <h2>Qui les voit</h2>
      <ul>
        <li>La mission locale voit les jeunes qu’elle suit, et eux seuls.</li>
        <li>L’unité voit les jeunes qui lui sont orientés, et eux seuls.</li>
        <li>Le comité de suivi et les pilotes nationaux voient des nombres, jamais des noms.</li>
      </ul>
      <p>Chaque ouverture d’un dossier et chaque action sont inscrites dans un journal.</p>
      <h2>La santé</h2>
      <p>
        Passerelle ne connaît aucune information médicale. Seule la conclusion d’aptitude est
        transmise, chiffrée, à la personne qui accompagne le jeune. Aucune cause n’est demandée ni
        acceptée.
      </p>
      <h2>Les droits des jeunes</h2>
      <p>
        Chaque jeune reçoit une notice d’information avant d’être orienté. Il peut demander à voir,
        à corriger ou à effacer ses données, ou s’opposer à leur usage, auprès de sa mission locale.
        Il peut aussi saisir la <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
      </p>
      <h2>Cookies</h2>
      <p>
        Passerelle ne dépose que les cookies nécessaires à votre connexion. Elle ne mesure pas
        l’audience et n’appelle aucun autre site.
      </p>
    </div>
  );
  return new Page('Données personnelles', content);
}
