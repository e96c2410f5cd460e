/** Answers for a file that was read: its text stays in it, and is read again for Details. */
import { partOf } from './part';
import type { CrowdRead } from './read';
import type { RawRecord } from './record';
import type { SessionSource } from './session';

export function fileSource(blob: Blob, file: string, read: CrowdRead): SessionSource {
  const stretchOf = (entry: number) => ({
    offset: read.offsets[entry] as number,
    length: read.lengths[entry] as number,
  });

  async function recordOf(entry: number): Promise<RawRecord> {
    const { offset, length } = stretchOf(entry);
    let why = 'what stands at its place is no record any more';
    try {
      const record = read.parse(await blob.slice(offset, offset + length).text());
      if (record) return record;
    } catch (error) {
      why = error instanceof Error ? error.message : String(error);
    }
    throw new Error(
      `${file} has changed or moved since it was opened (${why}). Open it again to see what this record says.`,
    );
  }

  return {
    file,
    read,
    recordOf,
    originOf: (entry) =>
      `Record ${(read.numbers[entry] as number).toLocaleString('en')} of ${file}`,
    async partOf(entries) {
      // Is it still the file that was read?
      for (const entry of [entries.at(0), entries.at(-1)]) {
        if (entry !== undefined) await recordOf(entry);
      }
      const { frame } = read;
      // A record with several times has an entry for each.
      const stretches = [
        ...new Map(entries.map((entry) => [read.offsets[entry], stretchOf(entry)])).values(),
      ];
      return {
        blob: await partOf(blob, stretches, frame),
        count: stretches.length,
        extension: frame.extension,
      };
    },
  };
}
