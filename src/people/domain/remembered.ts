/** Some megabytes at most: a country has more surnames in use than a thousandth of its people. */
const MOST = 16_384;

/**
 * The same function of a text, which does not work out again what it was asked lately: a row is
 * compared with hundreds of people, and its names read each time. Bounded; results must be immutable.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, result);
    return result;
  };
}
