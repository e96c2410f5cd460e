/**
 * Which field of a file means what. Found by the names that tables of events, gazetteers, tracks
 * and exports use, and by the values; shown to the reader where it stays unclear.
 */
import { isBlank, orderOf, type DateOrder } from './date-text';
import { readAngle, readPair } from './coordinates';
import { member, type Row, type Table } from './row';
import { isWkt } from './wkt';

/** What a field can be. The order is that of the dialog. */
export const roles = [
  'lat',
  'lon',
  'latlon',
  'wkt',
  'title',
  'category',
  'start',
  'end',
  'place',
  'from',
  'to',
  'fromLat',
  'fromLon',
  'toLat',
  'toLon',
  'actor',
  'track',
  'summary',
] as const;
export type Role = (typeof roles)[number];

/** The field of each role that has one, and the order of day and month where it had to be asked. */
export type Mapping = { readonly [R in Role]?: string } & { readonly dateOrder?: DateOrder };

/** A mapping that was guessed, and what is unclear about it. */
export interface Guess {
  readonly mapping: Mapping;
  /** Why the reader should look at it; empty where nothing is unclear. */
  readonly unclear: readonly string[];
  /** A date of the file that could be read in two ways. */
  readonly ambiguousDate?: string;
}

/** A name without case, accents, spaces and signs: "Start_Date" is "startdate". */
function folded(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const names: Readonly<Record<Role, readonly string[]>> = {
  lat: words(
    'lat latitude y ycoord ylat decimallatitude latitud breite latdd ddlat locationlat geolat pointy coordy lat_wgs84 breitengrad широта',
  ),
  lon: words(
    'lon lng long longitude x xcoord xlon decimallongitude longitud länge laenge londd ddlong locationlong locationlon geolon geolng pointx coordx längengrad laengengrad долгота',
  ),
  latlon: words(
    'latlon latlng latlong coordinates coords coordinate geolocation geopoint position gps latitudelongitude coordenadas koordinaten',
  ),
  wkt: words('wkt geowkt geom geometry thegeom wktgeometry wktgeom shape'),
  title: words(
    'title name label headline event eventname titel nom titre nombre titulo toponym название',
  ),
  category: words(
    'category kind type eventtype types class fclass featureclass art typ categoria subeventtype fcodename',
  ),
  start: words(
    'start startdate datestart begin begindate beginning datebegin earliest startyear yearstart yearfrom fromyear fromdate datefrom begintime starttime since debut beginn anfang inicio when edtf dateedtf date eventdate year time timestamp datetime datum fecha jahr annee ano dt day eventyear дата',
  ),
  end: words(
    'end enddate dateend finish finishdate latest endyear yearend yearto toyear todate dateto endtime until fin ende',
  ),
  place: words(
    'place placename location locality site city town settlement venue ort lieu lugar ville место',
  ),
  from: words('from origin source departure fromplace placefrom startplace départ von'),
  to: words('to destination target arrival toplace placeto endplace arrivée nach'),
  fromLat: words(
    'fromlat latfrom fromlatitude startlat startlatitude originlat originlatitude sourcelat lat1 lat0 departurelat',
  ),
  fromLon: words(
    'fromlon lonfrom fromlng fromlong fromlongitude startlon startlng startlongitude originlon originlng originlongitude sourcelon lon1 lng1 lon0 departurelon',
  ),
  toLat: words(
    'tolat latto tolatitude endlat endlatitude destlat destinationlat destinationlatitude targetlat lat2 arrivallat',
  ),
  toLon: words(
    'tolon lonto tolng tolong tolongitude endlon endlng endlongitude destlon destinationlon destinationlng destinationlongitude targetlon lon2 lng2 arrivallon',
  ),
  actor: words(
    'actor actors who person people participant participants agent actor1 persons individual traveller traveler author akteur',
  ),
  track: words(
    'track trackid trip tripid trajectory trajectoryid trajid tid vessel vesselname ship mmsi vehicleid individuallocalidentifier taglocalidentifier animalid deviceid voyageid journeyid objectid_track',
  ),
  summary: words(
    'summary description desc notes note text comment comments details beschreibung beskrivning abstract content',
  ),
};

function words(text: string): string[] {
  return text.split(' ').map(folded);
}

/** Roles that only a number can fill. */
const angular = new Set<Role>(['lat', 'lon', 'fromLat', 'fromLon', 'toLat', 'toLon']);

/** Values of a field in the first rows. */
function sampled(rows: readonly Row[], field: string): unknown[] {
  return rows.map((row) => row.properties.get(field)).filter((value) => !isBlank(value));
}

function fits(role: Role, values: readonly unknown[]): boolean {
  if (values.length === 0) return false;
  const share = (test: (value: unknown) => boolean): boolean =>
    values.filter(test).length >= values.length * 0.6;
  if (angular.has(role)) {
    return share((value) => readAngle(value) !== undefined);
  }
  if (role === 'latlon') return share((value) => readPair(value) !== undefined);
  if (role === 'wkt') return share((value) => typeof value === 'string' && isWkt(value));
  // A description with markup is an object of togeojson's.
  return share((value) => typeof value !== 'object' || member(value, '@type') === 'html');
}

/** The field whose name comes first in the list of a role's names. */
function named(role: Role, fields: readonly string[], rows: readonly Row[]): string | undefined {
  let best: string | undefined;
  let rank = Infinity;
  for (const field of fields) {
    const at = names[role].indexOf(folded(field));
    if (at >= 0 && at < rank && fits(role, sampled(rows, field))) {
      best = field;
      rank = at;
    }
  }
  return best;
}

/**
 * Guesses what the fields of a table mean. `hasGeometry`: the format has geometries of its own, so
 * that no field needs to hold one.
 */
export function guessMapping(table: Table, hasGeometry: boolean): Guess {
  const rows: Row[] = [];
  for (const row of table.rows()) {
    if (row.fault === undefined) rows.push(row);
    if (rows.length >= 200) break;
  }
  const { fields } = table;
  const taken = new Set<string>();
  const mapping: { [R in Role]?: string } = {};
  const take = (role: Role): void => {
    const field = named(
      role,
      fields.filter((name) => !taken.has(name)),
      rows,
    );
    if (field === undefined) return;
    mapping[role] = field;
    taken.add(field);
  };
  if (!hasGeometry) {
    for (const role of ['fromLat', 'fromLon', 'toLat', 'toLon'] as const) take(role);
    findGeometry(fields, rows, mapping, taken, take);
  }
  for (const role of ['track', 'start', 'end', 'title', 'category', 'actor', 'summary'] as const) {
    take(role);
  }
  // A start and an end beat a date that stands beside them; "from" and "to" may be years.
  if (mapping.start === undefined || mapping.end === undefined) {
    takeYears(fields, rows, mapping, taken);
  }
  for (const role of ['place', 'from', 'to'] as const) take(role);
  // A table of places calls its title "place" or "city".
  if (mapping.title === undefined && mapping.track === undefined && mapping.actor === undefined) {
    mapping.title = mapping.place;
  }
  const example = dateQuestion(table, mapping);
  return {
    mapping: example.order === undefined ? mapping : { ...mapping, dateOrder: example.order },
    unclear: unclearOf(mapping, hasGeometry, example.example),
    ambiguousDate: example.example,
  };
}

function findGeometry(
  fields: readonly string[],
  rows: readonly Row[],
  mapping: { [R in Role]?: string },
  taken: Set<string>,
  take: (role: Role) => void,
): void {
  take('lat');
  take('lon');
  if (mapping.lat === undefined || mapping.lon === undefined) {
    for (const role of ['lat', 'lon'] as const) {
      const field = mapping[role];
      if (field !== undefined) taken.delete(field);
      mapping[role] = undefined;
    }
    take('wkt');
    if (mapping.wkt === undefined) take('latlon');
    // A column that holds nothing but geometries or pairs says so by its values.
    for (const role of ['wkt', 'latlon'] as const) {
      if (mapping.wkt !== undefined || mapping.latlon !== undefined) break;
      const field = fields.find((name) => {
        const values = sampled(rows, name);
        const isPlain = values.some(
          (value) => typeof value === 'number' || /^-?[\d.]+$/.test(String(value)),
        );
        return !isPlain && fits(role, values);
      });
      if (field !== undefined) {
        mapping[role] = field;
        taken.add(field);
      }
    }
  } else {
    // A shape says more than its point; the columns stay as a way out where it is empty.
    take('wkt');
  }
}

function takeYears(
  fields: readonly string[],
  rows: readonly Row[],
  mapping: { [R in Role]?: string },
  taken: Set<string>,
): void {
  const yearly = (name: string): boolean => {
    const values = sampled(rows, name);
    return values.length > 0 && values.every((value) => /^-?\d{3,4}(?:-\d|$)/.test(String(value)));
  };
  const find = (wanted: string): string | undefined =>
    fields.find((name) => folded(name) === wanted && yearly(name) && !taken.has(name));
  const [from, to] = [find('from'), find('to')];
  if (from === undefined || to === undefined) return;
  if (mapping.start !== undefined) taken.delete(mapping.start);
  mapping.start = from;
  mapping.end = to;
  taken.add(from).add(to);
}

function dateQuestion(table: Table, mapping: Mapping): ReturnType<typeof orderOf> {
  const fields = [mapping.start, mapping.end].filter((field) => field !== undefined);
  return orderOf(
    (function* () {
      for (const row of table.rows()) for (const field of fields) yield row.properties.get(field);
    })(),
  );
}

function unclearOf(mapping: Mapping, hasGeometry: boolean, example: string | undefined): string[] {
  const unclear: string[] = [];
  if (!hasGeometry && !hasPlace(mapping)) {
    unclear.push('No column holds positions that could be read: choose latitude and longitude.');
  }
  if (example !== undefined) {
    unclear.push(`${example}: does the day or the month come first?`);
  }
  return unclear;
}

const endRoles = ['fromLat', 'fromLon', 'toLat', 'toLon'] as const;

/** Whether a mapping says where things are. */
export function hasPlace(mapping: Mapping): boolean {
  return (
    (mapping.lat !== undefined && mapping.lon !== undefined) ||
    mapping.latlon !== undefined ||
    mapping.wkt !== undefined ||
    endRoles.every((role) => mapping[role] !== undefined)
  );
}

/** What files with the same fields have in common, to remember a mapping by. */
export function headerKey(fields: readonly string[]): string {
  return fields.map(folded).join('|').slice(0, 2000);
}
