/** A box on the map as a link has it: `66.5,38.25,74,41.5`, west, south, east and north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A box with its west between -180 and 180 degrees; one wider than the world is the world. */
function normal([west, south, east, north]: Box): Box {
  const turned = west - Math.floor((west + 180) / 360) * 360;
  return [turned, south, turned + Math.min(360, east - west), north];
}

/** Reads four numbers; undefined where they are no box. */
export function parseBox(text: string): Box | undefined {
  const parts = text.split(',');
  if (parts.length !== 4 || !parts.every((part) => /^-?\d{1,3}(?:\.\d{1,6})?$/.test(part))) {
    return undefined;
  }
  const [west = 0, south = 0, east = 0, north = 0] = parts.map(Number);
  const isBox = west >= -180 && west < 180 && west < east && east <= west + 360;
  return isBox && south >= -90 && south < north && north <= 90
    ? [west, south, east, north]
    : undefined;
}

/** Writes a box to some ten metres; undefined where nothing would be left of it. */
export function formatBox(box: Box): string | undefined {
  const text = normal(box)
    .map((side) => String(Math.round(side * 1e4) / 1e4 || 0))
    .join(',');
  return parseBox(text) && text;
}
