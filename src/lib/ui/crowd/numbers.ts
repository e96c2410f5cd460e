/** Numbers of the explorer of large files, in words. */

/** A number with its thousands apart. */
export const number = (value: number): string => value.toLocaleString('en');

/** So many records. */
export const counted = (count: number): string =>
  `${number(count)} ${count === 1 ? 'record' : 'records'}`;
