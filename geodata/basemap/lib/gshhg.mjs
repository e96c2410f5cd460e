// Reads the river lines out of GMT's binned netCDF (Debian's gmt-gshhg-high).
//
// A netCDF 4 file is HDF5, which h5wasm reads. The world is cut into bins of 2 degrees, counted from
// 0 E eastwards and from 90 N southwards; a point is a 16-bit fraction of its bin.
import { File, ready } from 'h5wasm/node';
import { overlaps } from './geometry.mjs';

export const RIVERS_FILE = '/usr/share/gmt-gshhg/binned_river_h.nc';

/** @returns {Promise<{level: number, line: number[][]}[]>} */
export async function readRivers(box) {
  await ready;
  const file = new File(RIVERS_FILE, 'r');
  const values = (name) => file.get(name).value;
  const degrees = values('Bin_size_in_minutes')[0] / 60;
  const columns = values('N_bins_in_360_longitude_range')[0];
  const bins = values('N_bins_in_file')[0];
  const firstSegment = values('Id_of_first_segment_in_a_bin');
  const segments = values('N_segments_in_a_bin');
  const firstPoint = values('Id_of_first_point_in_a_segment');
  const points = values('N_points_for_a_segment');
  const level = values('Hierarchial_level_of_a_segment');
  const dx = values('Relative_longitude_from_SW_corner_of_bin');
  const dy = values('Relative_latitude_from_SW_corner_of_bin');
  file.close();

  const fraction = (value) => ((value & 0xffff) / 0xffff) * degrees;
  const rivers = [];
  for (let bin = 0; bin < bins; bin++) {
    const west = (bin % columns) * degrees;
    const south = 90 - (Math.floor(bin / columns) + 1) * degrees;
    if (!overlaps([west, south, west + degrees, south + degrees], box)) continue;
    for (let s = firstSegment[bin]; s < firstSegment[bin] + segments[bin]; s++) {
      const line = [];
      for (let p = firstPoint[s]; p < firstPoint[s] + points[s]; p++) {
        line.push([
          Number((west + fraction(dx[p])).toFixed(4)),
          Number((south + fraction(dy[p])).toFixed(4)),
        ]);
      }
      rivers.push({ level: level[s], line });
    }
  }
  return rivers;
}
