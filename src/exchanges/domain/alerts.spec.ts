import { alertsOf } from './alerts.js';

describe('The alerts of a file', () => {
  it('tell the data protection officer of what must never travel, once a code', () => {
    const faults = [
      { code: 'CONTENU_INTERDIT', precision: null },
      { code: 'CONTENU_INTERDIT' },
      { code: 'extra-label', precision: 'INTERDITE' },
    ];
    expect(alertsOf(faults)).toEqual([
      { kind: 'privacy', code: 'CONTENU_INTERDIT' },
      { kind: 'privacy', code: 'extra-label' },
    ]);
  });

  it('tell security of who speaks for somebody else', () => {
    const codes = ['EMETTEUR_USURPE', 'OBJET_NON_ORDINAIRE', 'HORS_PERIMETRE'];
    expect(alertsOf(codes.map((code) => ({ code }))).map(({ kind }) => kind)).toEqual([
      'security',
      'security',
      'security',
    ]);
  });

  it('are none for what the emitter mends alone', () => {
    expect(alertsOf([{ code: 'extra-label' }, { code: 'type-error', precision: 'X' }])).toEqual([]);
  });
});
