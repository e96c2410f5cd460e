/** How much of a stranger's file is taken in, and what a reader is told beyond it. */
export const limits = {
  /** Bytes of a plain file. */
  bytes: 500 * 2 ** 20,
  /** Bytes of a file whose text has to be in memory as a whole: JSON, XML. */
  wholeBytes: 200 * 2 ** 20,
  /** Bytes that an archive may unpack to, and how many times its own size. */
  unpackedBytes: 200 * 2 ** 20,
  ratio: 100,
  /** Files in an archive that are looked at. */
  files: 200,
  /** Records of an atlas; a file of more is shown in the explorer of very many records. */
  records: 5_000,
  /** Positions of all geometries of an atlas together; beyond, likewise. */
  positions: 3_000_000,
  /** Columns whose meaning is guessed; those after them are kept as they are. */
  columns: 1_000,
  /** Findings that are kept for the report. */
  findings: 10_000,
  /** Milliseconds until a worker that says nothing is given up. */
  patience: 60_000,
} as const;

/** A size as people say it. */
export function sizeText(bytes: number): string {
  const mega = bytes / 2 ** 20;
  if (mega >= 10) return `${Math.round(mega)} MB`;
  return mega >= 1 ? `${mega.toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`;
}

/** A file that cannot be opened at all; the message is for the reader. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened';
}
