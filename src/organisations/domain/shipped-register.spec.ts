import fc from 'fast-check';
import { localDate } from '../../kernel/index.js';
import { NATIONAL_BODIES } from '../reference/national-bodies.js';
import { SMV_UNITS } from '../reference/units.js';
import type { Organisation, RegisteredOrganisation } from './organisation.js';
import { NOT_SHIPPED, planShipped } from './shipped-register.js';

const [first, second] = SMV_UNITS;
if (!first || !second) throw new Error('no unit is shipped');

const registered = (one: Organisation, more: Partial<RegisteredOrganisation> = {}) => {
  return { ...one, ...NOT_SHIPPED, version: 1, ...more };
};

describe('What a release ships', () => {
  it('fills an empty register, and then changes nothing', () => {
    const plan = planShipped(NATIONAL_BODIES, []);
    expect(plan.map(({ organisation }) => organisation.code)).toEqual(
      NATIONAL_BODIES.map(({ code }) => code),
    );
    expect(planShipped(NATIONAL_BODIES, plan)).toEqual([]);
  });

  it('never writes over what somebody changed, and still brings the rest', () => {
    const organisation = registered(first, { usualName: 'Centre de Metz', version: 4 });
    const now = { ...first, usualName: 'RSMV de Metz', validTo: localDate(2027, 6, 30) };

    const [planned] = planShipped([now], [{ organisation, shipped: first }]);

    expect(planned?.organisation).toEqual({
      ...organisation,
      validTo: localDate(2027, 6, 30),
      version: 5,
    });
    expect(planned?.shipped).toEqual(now);
  });

  it('leaves a closing that somebody decided, and a row that somebody added under the same code', () => {
    const closed = registered(first, { validTo: localDate(2026, 12, 31) });
    const added = registered({ ...second, id: 'by-hand', name: 'Un autre nom' });

    const plan = planShipped(
      [{ ...first, name: 'Nouveau nom' }, second],
      [
        { organisation: closed, shipped: first },
        { organisation: added, shipped: null },
      ],
    );

    expect(plan.map(({ organisation }) => [organisation.name, organisation.validTo])).toEqual([
      ['Nouveau nom', '2026-12-31'],
    ]);
  });

  it('takes a row of before as one that nobody changed', () => {
    const organisation = registered({ ...first, name: 'Ancien nom' });
    const [planned] = planShipped([first], [{ organisation, shipped: null }]);
    expect(planned?.organisation.name).toBe(first.name);
  });

  it('keeps any value that differs from the one shipped before, whatever is shipped next', () => {
    const names = fc.record({ name: fc.string(), usualName: fc.string() });
    fc.assert(
      fc.property(names, names, names, (before, now, byHand) => {
        const shipped = { ...first, ...before };
        const organisation = registered({ ...first, ...byHand });
        const next = { ...first, ...now };
        const [planned] = planShipped([next], [{ organisation, shipped }]);
        const after = planned?.organisation ?? organisation;
        for (const field of ['name', 'usualName'] as const) {
          const isTheirs = byHand[field] !== before[field];
          expect(after[field]).toBe(isTheirs ? byHand[field] : now[field]);
        }
        expect(planned === undefined ? [] : planShipped([next], [planned])).toEqual([]);
      }),
    );
  });
});
