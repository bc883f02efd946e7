import { NO_CONTACT } from '../../../organisations/index.js';
import type { DirectApplicantView } from '../../http/direct-applicant.view.js';
import { paragraphsOf } from './letter.page.js';

const VIEW = {
  state: 'invited',
  unit: { code: 'RSMA-RE', name: 'RSMA de La Réunion' },
  youngPerson: null,
  missionLocale: { code: '97411S00', name: 'Mission locale Nord' },
  candidates: [],
} as unknown as DirectApplicantView;

describe('The letter of an invitation', () => {
  it('says where the mission locale is found, called and written to', () => {
    const contact = {
      street: '12 rue du Port',
      postalCode: '97400',
      town: 'Saint-Denis',
      phone: '0262 00 00 00',
      email: 'accueil@ml.demo',
    };

    expect(paragraphsOf(VIEW, contact)).toEqual(
      expect.arrayContaining([
        'Adresse : 12 rue du Port, 97400 Saint-Denis',
        'Téléphone : 0262 00 00 00',
        'Courriel : accueil@ml.demo',
      ]),
    );
    expect(paragraphsOf(VIEW, NO_CONTACT).join(' ')).not.toContain('Adresse');
  });

  it('gives no details while the mission locale is still to be chosen', () => {
    const view = { ...VIEW, state: 'to-assign', missionLocale: null };
    const contact = { ...NO_CONTACT, phone: '0262 00 00 00' };

    expect(paragraphsOf(view, contact).join(' ')).not.toContain('0262');
  });
});
