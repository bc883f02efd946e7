import type { LocalDate } from '../../kernel/index.js';
import { noticeRefusal } from './notice.rules.js';
import type { NoticeRecord, NoticeVersion } from './notice.rules.js';

const day = (text: string) => text as LocalDate;

const versions: readonly NoticeVersion[] = [
  { version: '1', validFrom: day('2026-01-01'), validTo: day('2026-06-30') },
  { version: '2', validFrom: day('2026-07-01'), validTo: null },
];
const informed: NoticeRecord = {
  informedOn: day('2026-06-30'),
  noticeVersion: '1',
  objectedOn: null,
};

describe('information of the young person before a transmission', () => {
  it.each([
    ['all in order', {}, undefined],
    ['a notice of the same day', { informedOn: day('2026-08-01'), noticeVersion: '2' }, undefined],
    ['no day', { informedOn: null }, 'notice-missing'],
    ['no version', { noticeVersion: null }, 'notice-missing'],
    ['a later day', { informedOn: day('2026-08-02') }, 'notice-after-transmission'],
    ['an unknown version', { noticeVersion: '3' }, 'notice-version-unknown'],
    ['an old version', { informedOn: day('2026-07-01') }, 'notice-version-not-in-force'],
    ['a version to come', { noticeVersion: '2' }, 'notice-version-not-in-force'],
    ['an objection', { objectedOn: day('2026-08-01') }, 'objection-recorded'],
    ['an objection made later', { objectedOn: day('2026-08-02') }, undefined],
  ])('with %s', (_case, change, refusal) => {
    expect(noticeRefusal({ ...informed, ...change }, day('2026-08-01'), versions)).toBe(refusal);
  });
});
