import { nextPath } from './next-path.js';

const HOSTILE = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'http:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/orientations//evil.example/..',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '/orientations\r\nSet-Cookie: a=b',
  '/orientations%0d%0aLocation:x\n',
  '@evil.example',
  '/@evil.example',
  ' /orientations',
  '\t//evil.example',
  '/ｅvil',
  '/connexion',
  '/deconnexion',
  '/identite/auth',
  '/api/v1/referrals',
  '/orientations/../identite',
  '?x',
  '#x',
  '/\u2028',
  '///evil.example',
  '/.evil.example',
  '/;@evil.example',
  `/${'a'.repeat(600)}`,
  '/oauth/token',
];

describe('nextPath', () => {
  it.each([
    '/orientations',
    '/orientations?onglet=toutes&page=2',
    '/candidatures/abc/resultat',
    '/',
  ])('goes back to %p', (path) => {
    expect(nextPath(path)).toBe(path);
  });

  it.each(HOSTILE)('sends home who was sent to %p (SEC-32)', (path) => {
    expect(nextPath(path)).toBe('/');
  });
});
