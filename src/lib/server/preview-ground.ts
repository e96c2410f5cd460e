/** The ground of a preview picture: land, water, borders, and the names that leave room for more. */
import type { BasemapPalette } from '../map/palette';
import type { Basemap, LabelProperties, TownProperties } from '../map/basemap';
import { collectionShapes, pathOf, project, zoomOf, type Frame, type Shape } from './mercator';
import { textSvg, textWidth, type Room } from './preview-text';

interface Pen {
  readonly stroke?: string;
  readonly width?: number;
  readonly fill?: string;
}

function drawn(shapes: readonly Shape<unknown>[], frame: Frame, pen: Pen): string {
  const d = pathOf(shapes, frame);
  if (!d) return '';
  const { stroke, width = 1, fill = 'none' } = pen;
  const line = stroke
    ? ` stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"`
    : '';
  // Rings within rings are holes.
  return `<path d="${d}" fill="${fill}" fill-rule="evenodd"${line}/>`;
}

/** Land, water and borders, from the bottom up. */
export function groundSvg(basemap: Basemap, frame: Frame, colours: BasemapPalette): string {
  const zoom = zoomOf(frame);
  const lakes = collectionShapes(basemap.lakes).filter(
    ({ properties }) => properties.rank <= Math.max(1, zoom - 3),
  );
  const rivers = collectionShapes(basemap.rivers).filter(
    ({ properties }) => properties.rank <= zoom - 3,
  );
  const great = rivers.filter(({ properties }) => properties.rank <= 2);
  const small = rivers.filter(({ properties }) => properties.rank > 2);
  const borders = collectionShapes(basemap.borders).filter(
    ({ properties }) => properties.kind !== 'enclave' || zoom > 5.5,
  );
  const regions = zoom > 5 ? collectionShapes(basemap.regions) : [];
  const { land, shore, lake, river, border, borderCasing, regionBorder } = colours;
  return [
    `<rect width="${frame.width}" height="${frame.height}" fill="${colours.water}"/>`,
    // Each country is a shape of its own: its edge closes the seam to the next.
    ...collectionShapes(basemap.land).map((one) =>
      drawn([one], frame, { fill: land, stroke: land, width: 1.2 }),
    ),
    drawn(collectionShapes(basemap.coast), frame, { stroke: shore, width: 1.2 }),
    drawn(small, frame, { stroke: river, width: 1 }),
    drawn(great, frame, { stroke: river, width: 1.8 }),
    drawn(lakes, frame, { fill: lake, stroke: shore, width: 0.8 }),
    drawn(regions, frame, { stroke: regionBorder, width: 0.7 }),
    drawn(borders, frame, { stroke: borderCasing, width: 4 }),
    drawn(borders, frame, { stroke: border, width: 1.5 }),
  ].join('');
}

interface Candidate {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly town: boolean;
}

/** How many names the ground may carry: it is a picture of a record, not a map of the region. */
const mostNames = 22;

function wasInUse({ from, to }: LabelProperties, year: number | undefined): boolean {
  return year === undefined || ((from ?? year) <= year && (to ?? year) >= year);
}

function isShown(town: TownProperties, zoom: number): boolean {
  return town.size <= 2 && town.zoom <= zoom + 0.5;
}

/**
 * Names of countries and of great towns, where nothing else stands.
 *
 * @param year the year that the picture is of, for names that changed
 * @param told names that the story already has on the picture
 */
export function namesSvg(
  basemap: Basemap,
  frame: Frame,
  colours: BasemapPalette,
  room: Room,
  year: number | undefined,
  told: ReadonlySet<string>,
): string {
  const zoom = zoomOf(frame);
  const countries = basemap.labels.features
    .filter(({ properties }) => properties.kind === 'country' && properties.zoom <= zoom + 0.5)
    .filter(({ properties }) => wasInUse(properties, year))
    .map(({ geometry, properties }): Candidate => {
      const text = properties.name.toUpperCase();
      return { ...project(frame, geometry.coordinates), text, size: 15, town: false };
    });
  const towns = basemap.towns.features
    .filter(({ properties }) => isShown(properties, zoom))
    .sort((a, b) => a.properties.size - b.properties.size || a.properties.zoom - b.properties.zoom)
    .map(({ geometry, properties }): Candidate => {
      const place = project(frame, geometry.coordinates);
      return { ...place, text: properties.name, size: 16, town: true };
    });
  const names: string[] = [];
  for (const { text, x, y, size, town } of [...countries, ...towns]) {
    if (names.length >= mostNames) break;
    if (told.has(text.toLowerCase())) continue;
    const spacing = town ? undefined : 2;
    const width = textWidth(text, size) * (town ? 1 : 1.1) + text.length * (spacing ?? 0);
    const left = town ? x - 5 : x - width / 2;
    if (!room.claim(left, y - size * 0.8, width + (town ? 14 : 0), size * 1.4)) continue;
    names.push(
      town
        ? `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3" fill="${colours.town}" stroke="${colours.townCasing}" stroke-width="1.2"/>` +
            textSvg(text, x + 7, y + size * 0.33, {
              size,
              fill: colours.townLabel,
              halo: colours.landHalo,
            })
        : textSvg(text, x, y + size * 0.35, {
            size,
            fill: colours.countryLabel,
            halo: colours.landHalo,
            anchor: 'middle',
            spacing,
          }),
    );
  }
  return names.join('');
}
