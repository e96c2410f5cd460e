/** GeoJSON in all its forms, Linked Places, and lists of plain objects. */
import { feature as topoFeature } from 'topojson-client';
import { jsonSplitter } from '../crowd/split';
import { readJson } from '../json';
import { shown, type Problem } from '../problem';
import { limits, NotOpened, sizeText } from './limits';
import { faulty, featureRows, isGeometry } from './json-feature';
import { fieldsOf, member, propertiesOf, type Row, type Table } from './row';
import { fromEsri, isEsri, objectTable, wrappedList } from './read-objects';
import { isLatitudeFirst, turned } from './turned';

/** A JSON file, and whether its rows have geometries of their own. */
export interface JsonTable {
  readonly table: Table;
  readonly hasGeometry: boolean;
}

/** A JSON file: its value, or the table of what can be read of it where it is broken. */
export type JsonFile = { readonly value: unknown } | { readonly broken: JsonTable };

/** Parses a JSON file. @throws NotOpened where nothing in it is JSON. */
export function parseJsonFile(text: string, file: string): JsonFile {
  if (text.length > limits.wholeBytes) {
    throw new NotOpened(
      `${file} has ${sizeText(text.length)} of JSON; at most ${sizeText(limits.wholeBytes)} can be opened. As one feature per line (.geojsonl) more is possible.`,
    );
  }
  const problems: Problem[] = [];
  const json = readJson(text, { file, problems });
  if (json) return json;
  const [problem] = problems;
  const fault = `found ${problem?.found}, expected ${problem?.expected}`;
  const broken = readBroken(text, file, fault);
  if (broken) return { broken };
  throw new NotOpened(`${file} is not valid JSON: ${fault}.`);
}

/** What of a broken file is whole: JSON on each of its lines, or the features before and after the fault. */
function readBroken(text: string, file: string, fault: string): JsonTable | undefined {
  const [first = ''] = text.trimStart().split('\n', 1);
  const isLines = readJson(first, { file, problems: [] }) !== undefined;
  if (isLines) return readJsonLines(text, file);
  const parts: string[] = [];
  const decoder = new TextDecoder();
  const splitter = jsonSplitter((bytes) => parts.push(decoder.decode(bytes)));
  try {
    splitter.push(new TextEncoder().encode(text));
    splitter.end();
  } catch {
    // Up to where it breaks off, or closes what it never opened.
  }
  const wholes = parts.map((part, index): Row[] => {
    const problems: Problem[] = [];
    const one = readJson(part, { file, problems });
    const [problem] = problems;
    const at = index + 1;
    if (one) return [...featureRows(one.value, at)];
    return [
      faulty(at, { found: problem?.found ?? 'nothing', expected: problem?.expected ?? 'JSON' }),
    ];
  });
  if (!wholes.some((rows) => rows.some((row) => row.fault === undefined))) return undefined;
  const rows = (): Iterable<Row> => wholes.flat();
  const note = `The file is not valid JSON: ${fault}. The features that are whole were opened.`;
  return {
    table: {
      format: 'GeoJSON',
      unit: 'feature',
      fields: fieldsOf(rows()),
      total: parts.length,
      rows,
      notes: [note],
    },
    hasGeometry: true,
  };
}

/** Reads a JSON value as a table. @throws NotOpened where it holds nothing of that kind. */
export function readJsonTable(value: unknown, file: string): JsonTable {
  const type = member(value, 'type');
  const notes = crsNotes(value, file);
  if (type === 'FeatureCollection') {
    const list = member(value, 'features');
    if (!Array.isArray(list)) {
      throw new NotOpened(`${file}, features: found ${shown(list)}, expected a list of features.`);
    }
    return featureTable(list, value, notes);
  }
  if (type === 'Feature') return featureTable([value], undefined, notes);
  if (isGeometry(value)) {
    return featureTable([{ type: 'Feature', geometry: value, properties: {} }], undefined, notes);
  }
  const layers = member(value, 'layers');
  if (Array.isArray(layers) && layers.every((one) => Array.isArray(member(one, 'features')))) {
    return featureTable(layers.flatMap(featuresOfLayer), undefined, notes);
  }
  if (type === 'Topology') return topologyTable(value, file);
  if (isEsri(value)) return featureTable(fromEsri(value, file), undefined, []);
  if (Array.isArray(value)) return listTable(value, file, notes);
  const inside = wrappedList(value);
  if (inside && typeof type !== 'string') {
    const note = `The records were taken from “${inside.path}”, the longest list in the file.`;
    return listTable(inside.list, file, [...notes, note]);
  }
  throw new NotOpened(
    `${file}, type: found ${shown(type)}, expected "FeatureCollection", "Feature", a geometry, or a list of objects.`,
  );
}

/** A list of features, or of plain objects; where these have a geometry, it counts. */
function listTable(list: readonly unknown[], file: string, notes: readonly string[]): JsonTable {
  const isOfFeatures = list.some((one) => member(one, 'type') === 'Feature');
  if (isOfFeatures) return featureTable(list, undefined, notes);
  const isLocated = list.some((one) => isGeometry(member(one, 'geometry')));
  if (!isLocated) return { table: objectTable(list, file, notes), hasGeometry: false };
  const features = list.map((one) => {
    const properties = propertiesOf(one);
    properties.delete('geometry');
    return {
      type: 'Feature',
      properties: Object.fromEntries(properties),
      geometry: member(one, 'geometry') ?? null,
    };
  });
  return featureTable(features, undefined, notes);
}

/** TopoJSON: the features of all its objects; which object one is of is kept as its layer. */
function topologyTable(topology: unknown, file: string): JsonTable {
  const objects = propertiesOf(member(topology, 'objects'));
  try {
    const features = [...objects].flatMap(([layer, object]) => {
      const made = topoFeature(topology as never, object as never) as unknown;
      const list = member(made, 'features');
      const all: readonly unknown[] = Array.isArray(list) ? list : [made];
      return objects.size === 1 ? all : all.map((one) => ofLayer(one, layer));
    });
    const { table, ...rest } = featureTable(features, undefined, []);
    return { table: { ...table, format: 'TopoJSON' }, ...rest };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NotOpened(`${file} is TopoJSON that cannot be read: ${why}.`);
  }
}

/** A layer of a uMap: its features with its name. */
function featuresOfLayer(layer: unknown): unknown[] {
  const name = member(member(layer, '_umap_options'), 'name');
  const list = member(layer, 'features') as unknown[];
  return typeof name === 'string' ? list.map((one) => ofLayer(one, name)) : list;
}

function ofLayer(feature: unknown, layer: string): unknown {
  const properties = propertiesOf(member(feature, 'properties'));
  if (!properties.has('layer')) properties.set('layer', layer);
  return { ...(feature as object), properties: Object.fromEntries(properties) };
}

/** One JSON value per line, with or without the record separators of GeoJSON text sequences. */
export function readJsonLines(text: string, file: string): JsonTable {
  const lines = text.split(text.includes('\x1e') ? '\x1e' : '\n');
  const total = lines.filter((line) => line.trim() !== '').length;
  const plain = plainLines(lines, file);
  if (plain) return { table: objectTable(plain, file, [], 'line'), hasGeometry: false };
  function* rows(): Iterable<Row> {
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue;
      // A text sequence begins with a separator, so that its first line is the second part.
      const at = text.startsWith('\x1e') ? index : index + 1;
      const problems: Problem[] = [];
      const json = readJson(line.trim(), { file, problems });
      const [problem] = problems;
      if (json) yield* featureRows(json.value, at);
      else
        yield faulty(at, {
          found: problem?.found ?? 'nothing',
          expected: problem?.expected ?? 'JSON',
        });
    }
  }
  return {
    table: {
      format: 'GeoJSON, one feature per line',
      unit: 'line',
      fields: fieldsOf(rows()),
      total,
      rows,
      notes: [],
    },
    hasGeometry: true,
  };
}

/** Lines that hold plain objects, not features: their values, a line that is no JSON as its text. */
function plainLines(lines: readonly string[], file: string): unknown[] | undefined {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const value = readJson(first.trim(), { file, problems: [] })?.value;
  const isPlain =
    typeof value === 'object' &&
    value !== null &&
    member(value, 'type') !== 'Feature' &&
    member(value, 'type') !== 'FeatureCollection' &&
    member(value, 'geometry') === undefined &&
    !isGeometry(value);
  if (!isPlain) return undefined;
  return lines.map((line) => {
    if (line.trim() === '') return undefined;
    const one = readJson(line.trim(), { file, problems: [] });
    return one ? one.value : line;
  });
}

/** Coordinates are longitude and latitude since RFC 7946; older files may say otherwise. */
function crsNotes(value: unknown, file: string): string[] {
  const crs = member(value, 'crs');
  if (crs === undefined || crs === null) return [];
  const name =
    member(member(crs, 'properties'), 'name') ?? member(member(crs, 'properties'), 'code');
  const text = String(name ?? shown(crs));
  const code = Number(/(?:EPSG|crs).*?(\d{4,6})\D*$/i.exec(text)?.[1]);
  if (/CRS84/i.test(text) || code === 4326) return [];
  // The geographic systems of EPSG have the numbers from 4000 to 4999.
  if (Number.isNaN(code) || (code >= 4000 && code < 5000)) {
    return [
      `The file names a coordinate reference system, ${text}; its coordinates were read as longitude and latitude (WGS 84).`,
    ];
  }
  throw new NotOpened(
    `${file} has projected coordinates (${text}), expected longitude and latitude (WGS 84). Convert it, for instance with: ogr2ogr -t_srs EPSG:4326 out.geojson ${file}`,
  );
}

function featureTable(
  list: readonly unknown[],
  collection: unknown,
  notes: readonly string[],
): JsonTable {
  // An export has the places that its records name beside them: they are no records.
  const kinds = new Set(list.map((one) => member(member(one, 'properties'), 'kind')));
  const isExport = kinds.has('place') && (kinds.has('event') || kinds.has('movement'));
  const isTurned = isLatitudeFirst(list.map((one) => member(one, 'geometry')));
  function* rows(): Iterable<Row> {
    for (let index = 0; index < list.length; index++) {
      const isPlace = isExport && member(member(list[index], 'properties'), 'kind') === 'place';
      if (isPlace) continue;
      for (const row of featureRows(list[index], index + 1))
        yield isTurned ? { ...row, geometry: turned(row.geometry) } : row;
    }
  }
  const isPlaces = list
    .slice(0, 50)
    .some((one) => member(one, '@id') !== undefined || Array.isArray(member(one, 'names')));
  return {
    table: {
      format: isPlaces ? 'Linked Places' : 'GeoJSON',
      unit: 'feature',
      fields: fieldsOf(rows()),
      total: list.length,
      rows,
      title: textMember(collection, ['title', 'name']),
      credit: textMember(collection, ['attribution', 'credit', 'licence', 'license']),
      notes: isTurned ? [...notes, turnedNote] : notes,
    },
    hasGeometry: true,
  };
}

const turnedNote =
  'The file gives the latitude before the longitude: some of its positions can be nothing else. All were read so; look whether the map is right.';

function textMember(value: unknown, names: readonly string[]): string | undefined {
  const found = names.map((name) => member(value, name)).find((text) => typeof text === 'string');
  return typeof found === 'string' && found !== '' ? found.slice(0, 200) : undefined;
}
