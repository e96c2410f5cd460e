/** Leaflet.TimeDimension with the made-up points: its layer of GeoJSON makes new markers at each step. */
import 'leaflet/dist/leaflet.css';
import L from 'leaflet';
import 'leaflet-timedimension';
import { dayOf } from '../../../../src/lib/core/day';
import { points } from '../synthetic';

const dayMs = 86_400_000;
const endOf = (year: number): number => dayOf(year, 12, 31) * dayMs;

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Draws the points of a first year; returns what shows another, after which `rest` is called. */
export async function leaflet(
  count: number,
  seed: number,
  rest: () => void,
): Promise<(year: number) => void> {
  const years = Array.from({ length: 30 }, (_, k) => endOf(1990 + k));
  const time = L.timeDimension({ times: years, currentTime: endOf(1990) });
  const map = L.map('map', {
    center: [20, 50],
    zoom: 2,
    attributionControl: false,
    zoomControl: false,
  });
  const renderer = L.canvas();
  const features = Array.from(points(count, seed), ({ lon, lat, start }) => ({
    type: 'Feature',
    properties: { time: start * dayMs },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }));
  const base = L.geoJson(features, {
    pointToLayer: (_feature, at) =>
      L.circleMarker(at, { renderer, radius: 2.5, weight: 0, fillOpacity: 1, color: '#0072B2' }),
  });
  L.timeDimension.layer.geoJson(base, { duration: 'P1Y', timeDimension: time }).addTo(map);
  // Its canvas is drawn in the next frame.
  await frame();
  await frame();
  const drawn = async (): Promise<void> => {
    await frame();
    await frame();
    rest();
  };
  time.on('timeload', () => void drawn());
  return (year) => time.setCurrentTime(endOf(year));
}
