/** The map layer of very many records: drawn from buffers that stay, with time as a uniform. */
import type {
  CustomLayerInterface,
  CustomRenderMethodInput,
  Map as MapLibreMap,
} from 'maplibre-gl';
import { candidates } from '../../core/crowd/columns';
import type { Interval } from '../../core/span';
import type { CrowdVertices } from '../../io/crowd/protocol';
import { Programs, rgb } from './program';
import { pointFragment, pointVertex } from './shader';
import { largestGrowth, radiusAt, sizedBase } from './signs';

/** How a layer of the crowd shows time, and in which colours. */
export interface CrowdStyle {
  readonly window: Interval;
  /** Whether the window lies outside of what the file tells: of what has a time only the past is drawn. */
  readonly isOutside?: boolean;
  /** Whether what is past stays as a faint trace. */
  readonly trail: boolean;
  readonly onlyCertain: boolean;
  /** Whether what has no time is drawn, as what may hold at any. */
  readonly undated?: boolean;
  /** Eight colours: those of the values, the last for all others. */
  readonly colours: readonly string[];
  readonly casing: string;
  /** Whether signs grow with a field of numbers. */
  readonly sized: boolean;
}

/** What a point is drawn from. */
type PointVertices = Omit<CrowdVertices, 'pieces'>;

export class CrowdPoints implements CustomLayerInterface {
  readonly id = 'crowd-points';
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly #vertices: PointVertices;
  #marks: Uint8Array;
  #style: CrowdStyle;
  #map: MapLibreMap | undefined;
  #programs: Programs | undefined;
  #array: WebGLVertexArrayObject | null = null;
  #buffers: WebGLBuffer[] = [];
  #isMarked = false;
  /** Whether the map draws it; a grid may stand in its place. */
  visible = true;

  constructor(vertices: PointVertices, marks: Uint8Array, style: CrowdStyle) {
    this.#vertices = vertices;
    this.#marks = marks;
    this.#style = style;
  }

  /** Shows another time or other colours: two numbers on their way to the shader. */
  set style(style: CrowdStyle) {
    this.#style = style;
    this.#map?.triggerRepaint();
  }

  /** Four bytes for each row: colour, size, shown or not, a path or not. */
  set marks(marks: Uint8Array) {
    this.#marks = marks;
    this.#isMarked = false;
    this.#map?.triggerRepaint();
  }

  /** Called again, with a new context, after the old one was lost. */
  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#programs = new Programs(gl, pointVertex, pointFragment);
    this.#array = gl.createVertexArray();
    gl.bindVertexArray(this.#array);
    const { positions, bounds } = this.#vertices;
    this.#buffers = [positions, bounds, this.#marks].map((data, location) => {
      const buffer = gl.createBuffer();
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
      gl.enableVertexAttribArray(location);
      if (location === 0) gl.vertexAttribIPointer(0, 2, gl.UNSIGNED_INT, 8, 0);
      else if (location === 1) gl.vertexAttribIPointer(1, 4, gl.INT, 16, 0);
      else gl.vertexAttribIPointer(2, 4, gl.UNSIGNED_BYTE, 4, 0);
      return buffer;
    });
    this.#isMarked = true;
    gl.bindVertexArray(null);
  }

  onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#programs?.delete();
    for (const buffer of this.#buffers) gl.deleteBuffer(buffer);
    gl.deleteVertexArray(this.#array);
    this.#map = undefined;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const [map, programs] = [this.#map, this.#programs];
    if (!map || !programs || !this.visible) return;
    if (!this.#isMarked) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers[2] ?? null);
      gl.bufferData(gl.ARRAY_BUFFER, this.#marks, gl.STATIC_DRAW);
      this.#isMarked = true;
    }
    const { window, isOutside = false, trail, onlyCertain, undated = false } = this.#style;
    const { colours, casing, sized } = this.#style;
    const { from, to } = candidates(this.#vertices, window);
    const first = trail ? 0 : from;
    const { dated, count } = this.#vertices;
    const timeless = undated && !onlyCertain ? count - dated : 0;
    if (to <= first && timeless === 0) return;
    programs.use(input);
    gl.bindVertexArray(this.#array);
    const radius = radiusAt(map.getZoom());
    gl.uniform2i(programs.at('u_window'), window.from, window.to);
    gl.uniform1i(programs.at('u_outside'), Number(isOutside));
    gl.uniform1i(programs.at('u_trail'), Number(trail));
    gl.uniform1i(programs.at('u_only_certain'), Number(onlyCertain));
    gl.uniform1f(programs.at('u_radius'), sized ? radius * sizedBase : radius);
    gl.uniform1f(programs.at('u_growth'), sized ? largestGrowth : 0);
    gl.uniform1f(programs.at('u_ratio'), map.getPixelRatio());
    gl.uniform3fv(programs.at('u_colours'), colours.flatMap(rgb));
    gl.uniform3fv(programs.at('u_casing'), rgb(casing));
    programs.drawWorlds(map, input, () => {
      gl.uniform1i(programs.at('u_undated'), 1);
      if (timeless > 0) gl.drawArrays(gl.POINTS, dated, timeless);
      gl.uniform1i(programs.at('u_undated'), 0);
      if (to > first) gl.drawArrays(gl.POINTS, first, to - first);
    });
    gl.bindVertexArray(null);
  }
}
