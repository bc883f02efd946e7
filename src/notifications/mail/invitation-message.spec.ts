import { NO_CONTACT } from '../../organisations/index.js';
import { invitationMessage } from './invitation-message.js';

describe('The message of an invitation', () => {
  it('says where the mission locale is, as far as its details are known', () => {
    const contact = { ...NO_CONTACT, town: 'Saint-Denis', phone: '0262 00 00 00' };
    const { text } = invitationMessage('Mission locale Nord', contact);

    expect(text).toContain('Mission locale Nord');
    expect(text).toMatch(/Adresse.: Saint-Denis/u);
    expect(text).toMatch(/Téléphone.: 0262.00.00.00/u);
    expect(text).not.toContain('Courriel');
    expect(invitationMessage('Mission locale Nord', NO_CONTACT).text).not.toContain('Adresse');
  });
});
