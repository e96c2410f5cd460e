/**
 * The embedded basemap: fetches the two TopoJSON files that `geodata/basemap` builds and decodes
 * them to GeoJSON. It knows nothing of MapLibre; `basemap-style.ts` makes a style of what it returns.
 */
import { feature as decodeObject } from 'topojson-client';
import type {
  Feature,
  FeatureCollection,
  Geometry,
  GeometryCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
} from 'geojson';
import type { Topology } from 'topojson-specification';

/** One part of the credit line. */
export interface AttributionPart {
  text: string;
  href?: string;
}

/** Whom the basemap owes its data. It must stand on every page that shows the map. */
export const ATTRIBUTION: readonly AttributionPart[] = [
  { text: '© OpenStreetMap contributors (ODbL)', href: 'https://www.openstreetmap.org/copyright' },
  { text: 'Natural Earth', href: 'https://www.naturalearthdata.com/' },
  { text: 'GeoNames (CC BY 4.0)', href: 'https://www.geonames.org/' },
  { text: 'rivers GSHHG (LGPL)', href: 'https://www.soest.hawaii.edu/pwessel/gshhg/' },
  { text: 'relief NASA/GEBCO' },
];

/** `country` is a border, `ceasefire` a line of control, `enclave` the edge of an enclave. */
export interface BorderProperties {
  kind: 'country' | 'ceasefire' | 'enclave';
  name?: string;
}

export interface RiverProperties {
  name?: string;
  /** 1 for the great rivers to 4 for streams. */
  rank: number;
  /** Whether a country border runs along it. */
  border?: boolean;
}

export interface TownProperties {
  name: string;
  /** ISO 3166 code of two letters. */
  country: string;
  /** 0 capital, 1 over about 500,000 people, 2 city, 3 town, 4 small. */
  size: number;
  /** The zoom from which the town is worth its place. */
  zoom: number;
}

export interface LabelProperties {
  kind: 'country' | 'region' | 'range' | 'enclave' | 'water';
  name: string;
  zoom: number;
  size: number;
  /** The years between which the name was in use, where it was not throughout the atlas. */
  from?: number;
  to?: number;
}

export interface CountryProperties {
  name: string;
  /** ISO 3166 code of three letters. */
  a3: string;
}

export interface LakeProperties {
  name?: string;
  /** 1 for lakes that a map of the continent shows to 3 for local ones. */
  rank: number;
}

type Lines = LineString | MultiLineString;
type Areas = Polygon | MultiPolygon;

/** The basemap as GeoJSON, world and region together. */
export interface Basemap {
  land: FeatureCollection<Areas, CountryProperties>;
  lakes: FeatureCollection<Areas, LakeProperties>;
  coast: FeatureCollection<Lines>;
  borders: FeatureCollection<Lines, BorderProperties>;
  regions: FeatureCollection<Lines>;
  rivers: FeatureCollection<Lines, RiverProperties>;
  /** Calm lines along the rivers for their names. */
  riverNames: FeatureCollection<Lines, RiverProperties>;
  towns: FeatureCollection<Point, TownProperties>;
  labels: FeatureCollection<Point, LabelProperties>;
}

/** Names of the built files under `static/basemap/`. */
export const BASEMAP_FILES = { world: 'world.json', region: 'region.json' } as const;

/** Where a built file of the basemap is served; `base` is the site's base path, without a slash. */
export const basemapUrl = (base: string, file: string): string => `${base}/basemap/${file}`;

type Fetcher = (url: string) => Promise<Response>;

async function fetchTopology(url: string, fetcher: Fetcher): Promise<Topology> {
  const response = await fetcher(url);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  let parsed: unknown;
  try {
    parsed = await response.json();
  } catch (cause) {
    throw new Error(`${url}: not JSON`, { cause });
  }
  if ((parsed as Topology | null)?.type !== 'Topology') throw new Error(`${url}: not TopoJSON`);
  return parsed as Topology;
}

/** Decodes one object of a topology; `name` says in errors where it was looked for. */
function decode<G extends Geometry, P>(topology: Topology, key: string, name: string) {
  const object = topology.objects[key];
  if (!object) throw new Error(`${name}: has no object "${key}"`);
  const decoded = decodeObject(topology, object) as unknown as
    Feature<G, P> | FeatureCollection<Exclude<G, GeometryCollection>, P>;
  return decoded.type === 'FeatureCollection' ? decoded.features : [decoded];
}

/**
 * Decodes the two files into one set of collections. Pure, so that a test or a worker can use it.
 *
 * @param world the parsed `world.json`
 * @param region the parsed `region.json`
 */
export function decodeBasemap(world: Topology, region: Topology): Basemap {
  const fromWorld = <G extends Geometry, P>(key: string) =>
    decode<G, P>(world, key, BASEMAP_FILES.world) as Feature<G, P>[];
  const fromRegion = <G extends Geometry, P>(key: string) =>
    decode<G, P>(region, key, BASEMAP_FILES.region) as Feature<G, P>[];
  const both = <G extends Geometry, P>(key: string) =>
    collect([...fromWorld<G, P>(key), ...fromRegion<G, P>(key)]);
  return {
    land: collect(fromWorld<Areas, CountryProperties>('countries')),
    lakes: both<Areas, LakeProperties>('lakes'),
    coast: collect(fromWorld<Lines, Record<string, never>>('coast')),
    borders: both<Lines, BorderProperties>('borders'),
    regions: collect(fromRegion<Lines, Record<string, never>>('regions')),
    rivers: collect(fromRegion<Lines, RiverProperties>('rivers')),
    riverNames: collect(fromRegion<Lines, RiverProperties>('riverNames')),
    towns: both<Point, TownProperties>('towns'),
    labels: both<Point, LabelProperties>('labels'),
  };
}

function collect<G extends Geometry, P>(features: Feature<G, P>[]): FeatureCollection<G, P> {
  return { type: 'FeatureCollection', features };
}

/**
 * Fetches and decodes the basemap.
 *
 * @param base the site's base path, without a slash at the end
 * @param fetcher stands in for `fetch` in tests and in SvelteKit's `load`
 * @throws Error that names the file which could not be read
 */
export async function loadBasemap(base: string, fetcher: Fetcher = fetch): Promise<Basemap> {
  const [world, region] = await Promise.all([
    fetchTopology(basemapUrl(base, BASEMAP_FILES.world), fetcher),
    fetchTopology(basemapUrl(base, BASEMAP_FILES.region), fetcher),
  ]);
  return decodeBasemap(world, region);
}
