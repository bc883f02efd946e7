import { comesFromHere } from './same-origin.js';

const HERE = 'https://passerelle.example';
const post = (headers: Record<string, string>, url = '/orientations/nouvelle') =>
  comesFromHere({ method: 'POST', url, headers }, HERE);

describe('comesFromHere', () => {
  it('believes the browser first, then the origin, and refuses who says nothing', () => {
    expect(post({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(post({ origin: HERE })).toBe(true);
    expect(post({})).toBe(false);
  });

  it.each(['cross-site', 'same-site', 'none', ''])('refuses a form of a %p page', (site) => {
    expect(post({ 'sec-fetch-site': site, origin: HERE })).toBe(false);
  });

  it.each(['https://evil.example', 'http://passerelle.example', 'null', `${HERE}.evil.example`])(
    'refuses the origin %p',
    (origin) => {
      expect(post({ origin })).toBe(false);
    },
  );

  it('leaves reading and the API, which no cookie opens, alone', () => {
    expect(comesFromHere({ method: 'GET', url: '/', headers: {} }, HERE)).toBe(true);
    expect(post({}, '/api/v1/referrals')).toBe(true);
    expect(post({}, '/oauth/token')).toBe(true);
    expect(post({}, '/apis')).toBe(false);
  });
});
