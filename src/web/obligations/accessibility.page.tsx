import { Page, TitleBar } from '../../platform/pages/index.js';

/** The accessibility statement: true, therefore "non conforme" until somebody has audited the pages. */
export function accessibilityPage(): Page {
  const content = (
    <div class="app-column">
      <TitleBar title="Accessibilité : non conforme" />
      <p>
        Passerelle n’a pas encore été auditée selon le référentiel général d’amélioration de
        l’accessibilité (RGAA 4.1). Elle est donc déclarée <strong>non conforme</strong>, quel que
        soit le soin apporté à ses pages.
      </p>
      <h2>Ce qui est fait</h2>
      <ul>
        <li>Toutes les pages fonctionnent sans JavaScript et au clavier seul.</li>
        <li>
          Des contrôles automatiques cherchent les défauts de contraste, de structure, de titres et
          de formulaires à chaque version. Ils ne voient qu’une partie des critères.
        </li>
        <li>Les pages se lisent sans défilement horizontal à partir de 320 pixels de large.</li>
      </ul>
      <h2>Ce qui n’est pas fait</h2>
      <ul>
        <li>Aucun essai n’a été mené avec un lecteur d’écran ni avec des personnes concernées.</li>
        <li>Aucun audit manuel n’a été mené.</li>
      </ul>
      <h2>Signaler une difficulté</h2>
      <p>
        Écrivez au responsable de votre organisme en disant la page et ce qui vous bloque. Si la
        réponse ne vient pas, vous pouvez saisir le{' '}
        <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a>.
      </p>
    </div>
  );
  return new Page('Accessibilité', content);
}
