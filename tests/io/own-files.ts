/** Files of a reader's own, for what is written of them: a table, shapes of all sorts, a track. */
import { collection, feature, point } from './open/files';

const csv = [
  'Name,Kind,Start,End,Lat,Lon,Site,Who,Remark,type',
  'Landing,arrival,1519-04,1519-05,19.2,-96.1,Ulúa,Cortés; Alvarado,"a ""fine"" remark",sea',
  'Siege,,1521,,19.4,-99.1,Tenochtitlan,,,',
  'Somewhere,siege,before 1520,,,,,,x,',
  'Unread,,long ago,,19.0,-98.2,Cholula,,,',
  '=Formula,siege,[1519-11..1520-02],..,18.9,-97.5,-Orizaba,,@x,',
].join('\n');

const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });
const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const shapes = collection(
  feature(line([0, 1], [2, 3], [4, 4]), { name: 'A way', date: '1999', kind: 'path' }),
  feature(
    {
      type: 'MultiPoint',
      coordinates: [
        [0, 1],
        [2, 3],
      ],
    },
    { name: 'Two points', colour: 'red' },
  ),
  feature({ type: 'Polygon', coordinates: [ring] }, { name: 'An area', note: 'not a note' }),
  feature(point(5, 5), { name: 'Fähre', date: '[2001-02..2001-05]' }, { id: 'No/plain id' }),
  feature(
    { type: 'GeometryCollection', geometries: [point(1, 1), line([1, 1], [2, 2])] },
    { name: 'Both', start: '1999', end: '..' },
  ),
);

const moves = [
  'title,date,from,to,from_lat,from_lon,to_lat,to_lon,ship',
  'Out,1492-08-03,Palos,Gomera,37.2,-6.9,28.1,-17.1,Niña',
  'On,1492-09-06,Gomera,Guanahani,28.1,-17.1,24.1,-74.5,Pinta',
].join('\n');

const track = [
  'vessel,time,lat,lon',
  ...[1, 2, 3].map((day) => `Ana,2020-01-0${day},${day},${day}`),
].join('\n');

/** What it is, its text, its name. */
export const ownFiles: readonly (readonly [string, string, string])[] = [
  ['a table', csv, 'conquest.csv'],
  ['shapes of all sorts', shapes, 'shapes.geojson'],
  ['moves between two positions', moves, 'moves.csv'],
  ['a track, with the journeys that were made of it', track, 'track.csv'],
];
