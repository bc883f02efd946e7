import { contactLines, NO_CONTACT } from './contact-details.js';

describe('The contact details of an organisation', () => {
  it('are read one a line, and what nobody said is no line', () => {
    const whole = {
      street: '12 rue du Port',
      postalCode: '97400',
      town: 'Saint-Denis',
      phone: '0262 00 00 00',
      email: 'accueil@ml.demo',
    };

    expect(contactLines(whole)).toEqual([
      'Adresse : 12 rue du Port, 97400 Saint-Denis',
      'Téléphone : 0262 00 00 00',
      'Courriel : accueil@ml.demo',
    ]);
    expect(contactLines({ ...NO_CONTACT, town: 'Saint-Denis' })).toEqual(['Adresse : Saint-Denis']);
    expect(contactLines(NO_CONTACT)).toEqual([]);
  });
});
