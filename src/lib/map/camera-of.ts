/** Where a map looks, as the explorers and links say it. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Box } from '../view/box';
import type { Camera } from '../view/camera';

/** The map's camera. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return {
    zoom: map.getZoom(),
    lat,
    lon: lng,
    bearing: map.getBearing(),
    pitch: map.getPitch(),
  };
}

/** What it shows: west, south, east and north, in degrees. */
export function boundsOf(map: MapLibreMap): Box {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}
