/** A QR code (ISO/IEC 18004) as a path, and as a file. */

/** Modules of quiet ground that a reader needs on each side. */
export const quiet = 4;

/** The dark modules of a code as the `d` of an SVG path: a module is 1 by 1, the code begins at 0, 0. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  return modules
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        let length = 1;
        while (row[x + length]) length += 1;
        return [`M${x} ${y}h${length}v1h${-length}z`];
      }),
    )
    .join('');
}

/** The code as an SVG file, quiet ground included. */
export function qrSvg(path: string, size: number, dark: string, light: string): string {
  const whole = size + 2 * quiet;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-quiet} ${-quiet} ${whole} ${whole}">`,
    `<rect x="${-quiet}" y="${-quiet}" width="${whole}" height="${whole}" fill="${light}"/>`,
    `<path d="${path}" fill="${dark}"/>`,
    '</svg>\n',
  ].join('');
}
