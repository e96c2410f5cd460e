/**
 * The map layer of very many paths: their lines, and where each head is at a moment. A piece of a
 * path between two vertices is an instance; its ends, its times and its record's bounds are
 * attributes, and the moment is a uniform.
 */
import type {
  CustomLayerInterface,
  CustomRenderMethodInput,
  Map as MapLibreMap,
} from 'maplibre-gl';
import type { Candidates } from '../../core/crowd/columns';
import { underWay, type Pieces } from '../../core/crowd/pieces';
import type { CrowdStyle } from './points';
import { Programs, rgb } from './program';
import { headFragment, headVertex, lineFragment, lineVertex } from './path-shader';

export class CrowdPaths implements CustomLayerInterface {
  readonly id = 'crowd-paths';
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly #pieces: Pieces;
  #marks: Uint8Array;
  #style: CrowdStyle;
  #moment: number | undefined;
  #map: MapLibreMap | undefined;
  #lines: Programs | undefined;
  #heads: Programs | undefined;
  #lineArray: WebGLVertexArrayObject | null = null;
  #headArray: WebGLVertexArrayObject | null = null;
  #buffers: WebGLBuffer[] = [];
  #isMarked = false;
  /** Whether the map draws them; a grid may stand in their place. */
  visible = true;

  constructor(pieces: Pieces, marks: Uint8Array, style: CrowdStyle) {
    this.#pieces = pieces;
    this.#marks = marks;
    this.#style = style;
  }

  set style(style: CrowdStyle) {
    this.#style = style;
    this.#map?.triggerRepaint();
  }

  set marks(marks: Uint8Array) {
    this.#marks = marks;
    this.#isMarked = false;
    this.#map?.triggerRepaint();
  }

  /** The moment at which heads are drawn, in days since 1970-01-01; none while undefined. */
  set moment(moment: number | undefined) {
    this.#moment = moment;
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#lines = new Programs(gl, lineVertex, lineFragment);
    this.#heads = new Programs(gl, headVertex, headFragment);
    const { ends, times, bounds } = this.#pieces;
    this.#buffers = [ends, times, bounds, this.#pieceMarks()].map((data) => {
      const buffer = gl.createBuffer();
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
      return buffer;
    });
    this.#lineArray = gl.createVertexArray();
    this.#headArray = gl.createVertexArray();
    for (const [array, divisor] of [
      [this.#lineArray, 1],
      [this.#headArray, 0],
    ] as const) {
      gl.bindVertexArray(array);
      this.#attributes(gl, divisor, 0);
    }
    gl.bindVertexArray(null);
    this.#isMarked = true;
  }

  /** Points the attributes to the pieces from `first` on. */
  #attributes(gl: WebGL2RenderingContext, divisor: number, first: number): void {
    const [ends, times, bounds, marks] = this.#buffers;
    const bind = (buffer: WebGLBuffer | undefined, location: number, set: () => void): void => {
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer ?? null);
      gl.enableVertexAttribArray(location);
      set();
      gl.vertexAttribDivisor(location, divisor);
    };
    bind(ends, 0, () => gl.vertexAttribIPointer(0, 4, gl.UNSIGNED_INT, 16, first * 16));
    bind(times, 1, () => gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 8, first * 8));
    bind(bounds, 2, () => gl.vertexAttribIPointer(2, 4, gl.INT, 16, first * 16));
    bind(marks, 3, () => gl.vertexAttribIPointer(3, 4, gl.UNSIGNED_BYTE, 4, first * 4));
  }

  #pieceMarks(): Uint8Array {
    const { rows, count } = this.#pieces;
    const marks = new Uint8Array(count * 4);
    for (let piece = 0; piece < count; piece++) {
      const row = rows[piece] as number;
      for (let k = 0; k < 3; k++) marks[piece * 4 + k] = this.#marks[row * 4 + k] as number;
    }
    return marks;
  }

  onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#lines?.delete();
    this.#heads?.delete();
    for (const buffer of this.#buffers) gl.deleteBuffer(buffer);
    gl.deleteVertexArray(this.#lineArray);
    gl.deleteVertexArray(this.#headArray);
    this.#map = undefined;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const [map, lines, heads] = [this.#map, this.#lines, this.#heads];
    if (!map || !lines || !heads || !this.visible) return;
    if (!this.#isMarked) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers[3] ?? null);
      gl.bufferData(gl.ARRAY_BUFFER, this.#pieceMarks(), gl.STATIC_DRAW);
      this.#isMarked = true;
    }
    this.#drawLines(gl, map, lines, input);
    this.#drawHeads(gl, map, heads, input);
    gl.bindVertexArray(null);
  }

  #common(gl: WebGL2RenderingContext, map: MapLibreMap, programs: Programs): void {
    const { window, isOutside = false, trail, onlyCertain, undated = false } = this.#style;
    const { colours, casing } = this.#style;
    const { origin, lasting } = this.#pieces;
    gl.uniform2i(programs.at('u_window'), window.from, window.to);
    gl.uniform1i(programs.at('u_outside'), Number(isOutside));
    gl.uniform1i(programs.at('u_trail'), Number(trail));
    gl.uniform1i(programs.at('u_only_certain'), Number(onlyCertain));
    gl.uniform1i(programs.at('u_undated'), Number(undated));
    gl.uniform1f(programs.at('u_moment'), (this.#moment ?? 0) - origin);
    gl.uniform1i(programs.at('u_playing'), Number(this.#moment !== undefined));
    gl.uniform1f(programs.at('u_lasting'), Math.max(1e-6, lasting));
    gl.uniform1f(programs.at('u_ratio'), map.getPixelRatio());
    gl.uniform2f(programs.at('u_size'), gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.uniform3fv(programs.at('u_colours'), colours.flatMap(rgb));
    gl.uniform3fv(programs.at('u_casing'), rgb(casing));
  }

  /** What may be seen: while paths are played, the trails of those under way, and what has no times. */
  #candidates(): Candidates[] {
    const { count, timed, lasting } = this.#pieces;
    const moment = this.#moment;
    if (moment === undefined) return [{ from: 0, to: count }];
    return [
      { from: timed, to: count },
      ...underWay(this.#pieces, { from: moment - lasting, to: moment }),
    ];
  }

  #drawLines(
    gl: WebGL2RenderingContext,
    map: MapLibreMap,
    programs: Programs,
    input: CustomRenderMethodInput,
  ): void {
    programs.use(input);
    this.#common(gl, map, programs);
    gl.bindVertexArray(this.#lineArray);
    for (const { from, to } of this.#candidates()) {
      if (to <= from) continue;
      // WebGL2 draws instances from the first on: what comes first is moved.
      this.#attributes(gl, 1, from);
      programs.drawWorlds(map, input, () =>
        gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, to - from),
      );
    }
  }

  #drawHeads(
    gl: WebGL2RenderingContext,
    map: MapLibreMap,
    programs: Programs,
    input: CustomRenderMethodInput,
  ): void {
    const moment = this.#moment;
    if (moment === undefined) return;
    programs.use(input);
    this.#common(gl, map, programs);
    gl.bindVertexArray(this.#headArray);
    for (const { from, to } of underWay(this.#pieces, { from: moment, to: moment })) {
      programs.drawWorlds(map, input, () => gl.drawArrays(gl.POINTS, from, to - from));
    }
  }
}
