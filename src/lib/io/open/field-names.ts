/** What the fields of other people's tables are called, in English and the languages around. */

/** What a field can be. The order is that of the dialog. */
export const roles = [
  'lat',
  'lon',
  'latlon',
  'wkt',
  'title',
  'category',
  'start',
  'month',
  'day',
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

/** A name without case, accents, spaces and signs: "Start_Date" is "startdate". */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function words(text: string): string[] {
  return text.split(' ').map(folded);
}

const names: Readonly<Record<Role, readonly string[]>> = {
  lat: words(
    'lat latitude y ycoord ylat decimallatitude latitud latitudine breite latdd ddlat locationlat geolat pointy coordy lat_wgs84 breitengrad широта szerokość',
  ),
  lon: words(
    'lon lng long longitude x xcoord xlon decimallongitude longitud longitudine länge laenge londd ddlong locationlong locationlon locationlng geolon geolng pointx coordx lon_wgs84 längengrad laengengrad долгота długość',
  ),
  latlon: words(
    'lonlat lnglat longlat latlon latlng latlong coordinates coords coordinate geolocation geopoint position gps latitudelongitude coordenadas coordonnées koordinaten координаты',
  ),
  wkt: words('wkt geowkt geom geometry thegeom wktgeometry wktgeom geomwkt shape'),
  title: words(
    'title name label headline event eventname titel nom titre nombre titulo titolo nome toponym bezeichnung ereignis événement evento evenement название событие имя',
  ),
  category: words(
    'category kind type eventtype types class fclass featureclass art typ tipo categoria catégorie kategorie subeventtype fcodename категория тип folder',
  ),
  start: words(
    'start startdate datestart begin begindate beginning datebegin earliest earliestdate mindate datemin startyear yearstart yearfrom fromyear fromdate datefrom begintime starttime since debut datedebut datededebut beginn anfang startdatum inicio fechainicio fechadeinicio inizio when edtf dateedtf date eventdate year time timestamp timestampms datetime datum fecha data jahr annee ano anno année dt eventyear дата год начало датаначала',
  ),
  month: words(
    'month eventmonth startmonth mois monat mes mese mês месяц mo mon monthnum beginmonth startdatemonth',
  ),
  day: words('day eventday startday jour tag dia giorno день dy dayofmonth beginday startdateday'),
  end: words(
    'end enddate dateend finish finishdate latest latestdate maxdate datemax endyear yearend yearto toyear todate dateto endtime until fin datefin datedefin fechafin fechadefin fine ende enddatum конец датаокончания окончание',
  ),
  place: words(
    'place placename location locality site city town settlement venue commune ort lieu lugar luogo ville stadt место город',
  ),
  from: words('from origin source departure fromplace placefrom startplace départ von откуда'),
  to: words('to destination target arrival toplace placeto endplace arrivée nach куда'),
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
    'actor actors who person people participant participants agent actor1 persons individual traveller traveler author akteur personne persona участник',
  ),
  track: words(
    'track trackid trip tripid trajectory trajectoryid trajid tid vessel vesselname ship mmsi vehicleid individuallocalidentifier taglocalidentifier animalid deviceid voyageid journeyid objectid_track',
  ),
  summary: words(
    'summary description desc notes note text comment comments details beschreibung beskrivning bemerkung descripción descrizione abstract content описание примечание',
  ),
};

/** How soon a field comes among the names of a role; undefined where its name is none of them. */
export function rankOf(role: Role, field: string): number | undefined {
  const at = names[role].indexOf(folded(field));
  return at < 0 ? undefined : at;
}

/** Words by which a name that is in no list still says what it means: "Site name", "BaseDateTime". */
const parts: { readonly [R in Role]?: readonly string[] } = {
  lat: words('lat latitude latitud latitudine breite breitengrad широта'),
  lon: words('lon lng long longitude longitud longitudine länge längengrad долгота'),
  latlon: words('lonlat lnglat longlat latlon latlng latlong coordinates coords coordinate coord'),
  start: words(
    'date year datetime timestamp datum jahr année annee fecha año anno data дата год start begin began begun period période periode epoch century siècle jahrhundert век built founded dated dating time',
  ),
  end: words('end ended ending fin ende конец until destroyed abandoned'),
  category: words('type types kind category categorie kategorie typ tipo тип категория'),
  title: words('name title label headline titel titre nom nombre nome название'),
};

/** Dates of the keeping of a table, not of what it tells; and what is measured, not where or when. */
const beside = new Set(
  words(
    'updated modified created accessed retrieved added edited upload uploaded download last precision accuracy error zone offset id code count number source type lang language of',
  ),
);

/** The words of a name: "BaseDateTime" is base, date, time. */
function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(folded);
}

/** Whether a name holds a word of a role; of a start none that says "end", and of none a word of record keeping. */
export function hints(role: Role, field: string): boolean {
  const said = wordsOf(field);
  const wanted = parts[role];
  if (!wanted || said.some((word) => beside.has(word))) return false;
  if (role === 'start' && said.some((word) => parts.end?.includes(word))) return false;
  return said.some((word) => wanted.includes(word));
}

/** Whether a column holds a part of an angle only: its degrees, with the minutes in another one. */
export function isPartOfAngle(field: string, fields: readonly string[]): boolean {
  const said = wordsOf(field);
  const has = (list: readonly string[], words: readonly string[]): boolean =>
    list.some((word) => words.includes(word));
  if (has(said, ['min', 'minutes', 'sec', 'seconds'])) return true;
  const isDegrees = has(said, ['deg', 'degrees', 'd']);
  return isDegrees && fields.some((other) => has(wordsOf(other), ['min', 'minutes', 'm']));
}

/** Whether one column of both has the longitude first, as its name says. */
export function isLongitudeFirst(field: string): boolean {
  return /^l(?:on|ng|ong)(?:gitude)?/.test(folded(field));
}

/** Whether a name says that its values are not what a row is called. */
export function isNoTitle(field: string): boolean {
  return wordsOf(field).some(
    (word) => beside.has(word) || ['url', 'uri', 'link', 'item'].includes(word),
  );
}
