/** Cuts records out of a large file, into a file of the same kind; their bytes stay as they are. */

/** What stands around and between the records of a file, and what such a file is called. */
export interface Frame {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly extension: string;
  readonly type: string;
}

export const collectionFrame: Frame = {
  before: '{"type":"FeatureCollection","features":[\n',
  between: ',\n',
  after: '\n]}\n',
  extension: 'geojson',
  type: 'application/geo+json',
};

/** Where a record stands in its file, in bytes. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** How much of the file is read at once. */
const mostBytes = 4 * 2 ** 20;

/** The records, in the file's own order. */
export async function partOf(
  blob: Blob,
  stretches: readonly Stretch[],
  frame: Frame,
): Promise<Blob> {
  const sorted = [...stretches].sort((a, b) => a.offset - b.offset);
  const parts: BlobPart[] = [frame.before];
  for (let from = 0; from < sorted.length;) {
    const start = sorted[from]?.offset ?? 0;
    let to = from;
    let end = start;
    for (; to < sorted.length; to++) {
      const { offset = 0, length = 0 } = sorted[to] ?? {};
      if (to > from && offset + length - start > mostBytes) break;
      end = Math.max(end, offset + length);
    }
    const bytes = new Uint8Array(await blob.slice(start, end).arrayBuffer());
    const cut = sorted
      .slice(from, to)
      .flatMap(({ offset, length }, k): BlobPart[] => [
        from + k > 0 ? frame.between : '',
        bytes.subarray(offset - start, offset - start + length),
      ]);
    // A Blob of its own, which keeps what was cut out, and not all that was read.
    parts.push(new Blob(cut));
    from = to;
  }
  parts.push(frame.after);
  return new Blob(parts, { type: frame.type });
}
