const PART_BYTES = 1024 * 1024;

/** The same bytes cut into parts of one megabyte, the last one shorter; never more than one in memory. */
export async function* inParts(
  source: AsyncIterable<Uint8Array>,
  partBytes = PART_BYTES,
): AsyncGenerator<Buffer> {
  let part = Buffer.allocUnsafe(partBytes);
  let filled = 0;
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length;) {
      const slice = chunk.subarray(from, from + partBytes - filled);
      part.set(slice, filled);
      filled += slice.length;
      from += slice.length;
      if (filled < partBytes) continue;
      yield part;
      // The reader may still hold the part it was given.
      part = Buffer.allocUnsafe(partBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}
