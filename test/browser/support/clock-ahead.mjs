// Loaded before a service that a test starts: its clock then goes on so many days ahead as the file of
// CLOCK_AHEAD says, read again at each SIGUSR2; the file is gone once it was read. Timers and the database keep the time of the machine.
import { readFileSync, rmSync } from 'node:fs';

const RealDate = Date;
const DAY_MS = 86_400_000;
let aheadMs = 0;

process.on('SIGUSR2', () => {
  const file = process.env['CLOCK_AHEAD'];
  aheadMs = Number(readFileSync(file, 'utf8')) * DAY_MS;
  rmSync(file);
});

globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + aheadMs);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + aheadMs;
  }
};
