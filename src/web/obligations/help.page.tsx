import { Page, TitleBar } from '../../platform/pages/index.js';

/** Help: how to sign in, what to do when something goes wrong, whom to ask. */
export function helpPage(): Page {
  const content = (
    <div class="app-column">
      <TitleBar title="Aide" />
      <h2>Se connecter</h2>
      <p>
        Passerelle n’a pas de mot de passe à elle. Vous vous connectez avec le fournisseur
        d’identité de votre organisme. Une double authentification est demandée à tous. Une clé ou
        une carte est demandée pour les rôles sensibles.
      </p>
      <p>
        Vous n’avez pas d’accès ? Demandez-le au responsable de votre mission locale ou de votre
        unité. Deux personnes ouvrent chaque compte.
      </p>
      <h2>Votre session</h2>
      <p>
        Une session se termine après 30 minutes sans activité, et au plus tard après 10 heures.
        Déconnectez-vous quand vous quittez un poste partagé.
      </p>
      <h2 id="limites">Le nombre de jeunes que vous pouvez lire</h2>
      <p>
        Un compte lit un nombre limité de jeunes différents en 24 heures : 300 pour un conseiller,
        un chargé d’insertion ou le service médical, 500 pour un recruteur ou un responsable. Si
        quelqu’un vole un compte, il n’emporte pas tout un fichier. Une liste compte les jeunes
        qu’elle montre ; un jeune déjà lu ne compte pas deux fois.
      </p>
      <p>
        La limite est atteinte ? Les dossiers déjà lus restent ouverts, et vous pouvez toujours
        saisir une orientation. Filtrez les listes pour ne lire que ce qu’il vous faut. Pour le
        reste, un collègue peut ouvrir le dossier, et votre responsable peut vous aider à répartir
        le travail. La personne chargée de la protection des données est prévenue : si ce n’est pas
        vous qui avez lu ces dossiers, appelez-la tout de suite.
      </p>
      <h2>En cas d’erreur</h2>
      <p>
        Chaque page d’erreur dit ce qui s’est passé, quoi faire, et porte une référence. Donnez
        cette référence à la personne qui vous aide : elle retrouve la demande sans rien savoir du
        jeune.
      </p>
      <p>
        Les partenaires qui envoient des fichiers trouvent{' '}
        <a href="/problems">tous les codes d’erreur</a> et{' '}
        <a href="/api/docs">la documentation de l’API</a>.
      </p>
    </div>
  );
  return new Page('Aide', content);
}
