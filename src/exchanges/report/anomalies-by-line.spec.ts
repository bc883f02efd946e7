import { rowAnomaly, type RowAnomaly } from '../flow/index.js';
import { AnomaliesByLine } from './anomalies-by-line.js';

async function* at(...lines: number[]): AsyncGenerator<RowAnomaly> {
  for (const line of lines) yield rowAnomaly('blank-row', line);
}

describe('Anomalies asked for by line', () => {
  it('are those of the line, whatever lines are skipped', async () => {
    const anomalies = new AnomaliesByLine(at(2, 2, 3, 5, 8));
    const counts = [];
    for (const line of [2, 4, 5, 6, 9]) counts.push((await anomalies.of(line)).length);
    expect(counts).toEqual([2, 0, 1, 0, 0]);
  });
});
