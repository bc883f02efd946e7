import { Page, SummaryList, TitleBar } from '../../platform/pages/index.js';

/** Legal notices: what the software can say; the body that runs the service adds the rest. */
export function legalNoticesPage(): Page {
  const facts = [
    {
      label: 'Service',
      value: 'Passerelle, échanges entre missions locales et volontariat militaire',
    },
    { label: 'Éditeur', value: 'L’organisme qui exploite ce service' },
    { label: 'Logiciel', value: 'Passerelle, sous licence MIT' },
  ];
  const content = (
    <div class="app-column">
      <TitleBar title="Mentions légales" />
      <SummaryList facts={facts} />
      <p>
        Les référentiels publics viennent de l’Insee (communes et pays) et du réseau des missions
        locales (territoires couverts). Les jours fériés sont calculés pour chaque territoire.
      </p>
    </div>
  );
  return new Page('Mentions légales', content);
}
