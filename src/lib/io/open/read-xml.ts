/** KML and GPX, through togeojson: it runs in a worker, where browsers have no XML parser. */
import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { limits, NotOpened, sizeText } from './limits';
import { fieldsOf, propertiesOf, type Row, type Table } from './row';

/** Reads KML or GPX. @throws NotOpened where it is neither, or no XML. */
export function readXml(text: string, file: string): Table {
  if (text.length > limits.wholeBytes / 4) {
    throw new NotOpened(
      `${file} has ${sizeText(text.length)} of XML; at most ${sizeText(limits.wholeBytes / 4)} can be opened. Convert it to GeoJSON.`,
    );
  }
  // Entities of a document's own can grow without end; no KML or GPX needs them.
  if (/<!ENTITY/i.test(text)) {
    throw new NotOpened(`${file} declares entities of its own, which are not read for safety.`);
  }
  checkDepth(text, file);
  const document = parse(text, file);
  const root = document.documentElement?.localName;
  if (root === 'kml' || root === 'Document' || root === 'Folder' || root === 'Placemark') {
    inheritTimes(document);
    nameFolders(document);
    return tableOf('KML', 'placemark', placemarks(document), nameOf(document), links(document));
  }
  if (root === 'gpx') {
    return tableOf(
      'GPX',
      'track',
      gpx(document).features.flatMap(timedPoint),
      nameOf(document),
      [],
    );
  }
  throw new NotOpened(
    `${file} is XML, but neither KML nor GPX: its root is <${root ?? 'nothing'}>.`,
  );
}

function parse(text: string, file: string): Document {
  const faults: string[] = [];
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') faults.push(String(message).split('\n')[0] ?? '');
    },
  });
  try {
    const document = parser.parseFromString(text.replace(/^\uFEFF/, '').trimStart(), 'text/xml');
    if (faults.length === 0) return document;
  } catch (error) {
    faults.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  throw new NotOpened(`${file} is not well-formed XML: ${faults[0]?.slice(0, 200)}`);
}

/** Elements within elements, counted before a parser sees them. */
function checkDepth(text: string, file: string): void {
  let depth = 0;
  for (const [tag] of text.matchAll(/<(?:\/|[A-Za-z_])[^<>]*>/g)) {
    if (tag.startsWith('</')) depth--;
    else if (!tag.endsWith('/>') && ++depth > 64) {
      throw new NotOpened(
        `${file}: found more than 64 levels, expected at most 64 levels of elements.`,
      );
    }
  }
}

const children = (node: Element, name: string): Element[] =>
  [...node.childNodes].filter(
    (child): child is Element => child.nodeType === 1 && (child as Element).localName === name,
  );

/** Remembers what was found of an element. */
function once<T>(find: (node: Element) => T): (node: Element) => T {
  const known = new Map<Element, T>();
  return (node) => {
    if (!known.has(node)) known.set(node, find(node));
    return known.get(node) as T;
  };
}

/** In KML what a folder says of time holds for everything in it that says nothing itself. */
function inheritTimes(document: Document): void {
  const names = ['TimeSpan', 'TimeStamp'];
  // A folder of thousands is looked through once, not for each of them.
  const timeOf = once((node) => names.flatMap((name) => children(node, name))[0]);
  for (const placemark of [...document.getElementsByTagNameNS('*', 'Placemark')]) {
    if (timeOf(placemark)) continue;
    let above = placemark.parentNode;
    while (above && above.nodeType === 1) {
      const time = timeOf(above as Element);
      if (time) {
        placemark.appendChild(time.cloneNode(true));
        break;
      }
      above = above.parentNode;
    }
  }
}

/** The folders that a placemark lies in, outermost first, as a field of it. */
function nameFolders(document: Document): void {
  const nameOfFolder = once((node) =>
    node.localName === 'Folder' ? children(node, 'name')[0]?.textContent?.trim() : undefined,
  );
  for (const placemark of [...document.getElementsByTagNameNS('*', 'Placemark')]) {
    const folders: string[] = [];
    for (let above = placemark.parentNode; above?.nodeType === 1; above = above.parentNode) {
      const name = nameOfFolder(above as Element);
      if (name) folders.unshift(name);
    }
    if (folders.length === 0) continue;
    const make = (tag: string, parent: Element): Element => {
      const element = document.createElementNS(placemark.namespaceURI, tag);
      parent.appendChild(element);
      return element;
    };
    const data = make('Data', make('ExtendedData', placemark));
    data.setAttribute('name', 'folder');
    make('value', data).textContent = folders.join(' / ');
  }
}

/** What stands in the file itself: a link to another file is no record. */
function placemarks(document: Document): Feature[] {
  return kml(document).features.filter(
    ({ properties }) => properties?.['@geometry-type'] !== 'networklink',
  );
}

/** What a file only points to is not fetched, and that is said. */
function links(document: Document): string[] {
  const count = document.getElementsByTagNameNS('*', 'NetworkLink').length;
  return count === 0
    ? []
    : [
        `${count} network ${count === 1 ? 'link is' : 'links are'} not followed: nothing is fetched.`,
      ];
}

function nameOf(document: Document): string | undefined {
  const root = document.documentElement;
  if (!root) return undefined;
  const inner = children(root, 'Document')[0] ?? children(root, 'metadata')[0] ?? root;
  return children(inner, 'name')[0]?.textContent?.trim() || undefined;
}

type Feature = ReturnType<typeof kml>['features'][number];

/** A waypoint's own time stands under another name than a placemark's. */
function timedPoint(feature: Feature): Feature[] {
  const time: unknown = feature.properties?.time;
  if (time === undefined || feature.geometry?.type !== 'Point') return [feature];
  return [{ ...feature, properties: { ...feature.properties, timestamp: time } }];
}

function tableOf(
  format: string,
  unit: Table['unit'],
  features: readonly Feature[],
  title: string | undefined,
  notes: readonly string[],
): Table {
  function* rows(): Iterable<Row> {
    for (const [index, feature] of features.entries()) {
      const properties = propertiesOf(feature.properties);
      if (properties.has('coordinateProperties') && properties.has('time'))
        properties.delete('time');
      yield { at: index + 1, id: feature.id, properties, geometry: feature.geometry };
    }
  }
  return { format, unit, fields: fieldsOf(rows()), total: features.length, rows, title, notes };
}
