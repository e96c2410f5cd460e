/** Answers for a file that was read: its text stays in it, and is read again for Details. */
import type { CrowdRead } from './read';
import type { SessionSource } from './session';

export function fileSource(blob: Blob, file: string, read: CrowdRead): SessionSource {
  return {
    file,
    read,
    async recordOf(entry) {
      const offset = read.offsets[entry] as number;
      const part = blob.slice(offset, offset + (read.lengths[entry] as number));
      let why = 'what stands at its place is no record any more';
      try {
        const record = read.parse(await part.text());
        if (record) return record;
      } catch (error) {
        why = error instanceof Error ? error.message : String(error);
      }
      throw new Error(
        `${file} has changed or moved since it was opened (${why}). Open it again to see what this record says.`,
      );
    },
    originOf: (entry) =>
      `Record ${(read.numbers[entry] as number).toLocaleString('en')} of ${file}`,
  };
}
