/** Compiles shaders for the map's present projection, and tells them where it looks. */
import type { CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { fixedX, fixedY } from '../../core/crowd/fixed';
import { vertexHeader } from './shader';

/** A colour as `#rrggbb`, as three shares of one. */
export function rgb(hex: string): [number, number, number] {
  const channel = (from: number): number => parseInt(hex.slice(from, from + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

/** Compiles and links a program. @throws Error with the driver's words */
export function link(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('the graphics context is lost');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`a shader could not be linked: ${gl.getProgramInfoLog(program) ?? ''}`);
  }
  return program;
}

/** The programs of one layer, one for each projection that it has been drawn in. */
export class Programs {
  readonly #gl: WebGL2RenderingContext;
  readonly #vertex: string;
  readonly #fragment: string;
  readonly #programs = new Map<string, WebGLProgram>();
  readonly #places = new Map<WebGLProgram, Map<string, WebGLUniformLocation | null>>();
  #used: WebGLProgram | undefined;

  constructor(gl: WebGL2RenderingContext, vertex: string, fragment: string) {
    this.#gl = gl;
    this.#vertex = vertex;
    this.#fragment = fragment;
  }

  /** Uses the program of a projection. */
  use({ shaderData }: CustomRenderMethodInput): void {
    const { variantName, vertexShaderPrelude, define } = shaderData;
    let program = this.#programs.get(variantName);
    if (!program) {
      const header = vertexHeader(vertexShaderPrelude, define);
      program = link(this.#gl, header + this.#vertex, this.#fragment);
      this.#programs.set(variantName, program);
      this.#places.set(program, new Map());
    }
    this.#used = program;
    this.#gl.useProgram(program);
  }

  /** Where a uniform of the used program is; null where it has none of that name. */
  at(name: string): WebGLUniformLocation | null {
    if (!this.#used) return null;
    const places = this.#places.get(this.#used);
    let place = places?.get(name);
    if (place === undefined) {
      place = this.#gl.getUniformLocation(this.#used, name);
      places?.set(name, place);
    }
    return place;
  }

  delete(): void {
    for (const program of this.#programs.values()) this.#gl.deleteProgram(program);
    this.#programs.clear();
  }

  /**
   * Tells the used program where the map looks, and draws: once, or once for each copy of the world
   * that a flat map shows beyond the one around its centre.
   */
  drawWorlds(map: MapLibreMap, input: CustomRenderMethodInput, draw: () => void): void {
    const gl = this.#gl;
    const { mainMatrix, tileMercatorCoords, clippingPlane, projectionTransition, fallbackMatrix } =
      input.defaultProjectionData;
    const isGlobe = input.shaderData.variantName !== 'mercator';
    if (isGlobe) {
      gl.uniformMatrix4fv(this.at('u_projection_matrix'), false, mainMatrix);
      gl.uniformMatrix4fv(this.at('u_projection_fallback_matrix'), false, fallbackMatrix);
      gl.uniform4fv(this.at('u_projection_tile_mercator_coords'), tileMercatorCoords);
      gl.uniform4fv(this.at('u_projection_clipping_plane'), clippingPlane);
      gl.uniform1f(this.at('u_projection_transition'), projectionTransition);
      draw();
      return;
    }
    const { lng, lat } = map.getCenter();
    const [x, y] = [fixedX(lng), fixedY(lat)];
    gl.uniform2ui(this.at('u_centre'), x, y);
    const turns = Math.floor((lng + 180) / 360);
    gl.uniformMatrix4fv(
      this.at('u_matrix'),
      false,
      moved(mainMatrix, turns + x / 2 ** 32, y / 2 ** 32),
    );
    const bounds = map.getBounds();
    const shown = (bounds.getEast() - bounds.getWest()) / 360;
    const copies = map.getRenderWorldCopies()
      ? Math.min(4, Math.max(0, Math.ceil((shown - 1) / 2)))
      : 0;
    for (let copy = -copies; copy <= copies; copy++) {
      gl.uniform1f(this.at('u_copy'), copy);
      draw();
    }
  }
}

/** A matrix whose origin is moved; worked out in double precision, which only the result leaves. */
function moved(matrix: ArrayLike<number>, x: number, y: number): Float32Array {
  const result = Float32Array.from(matrix);
  for (let row = 0; row < 4; row++) {
    const [ofX = 0, ofY = 0, last = 0] = [matrix[row], matrix[4 + row], matrix[12 + row]];
    result[12 + row] = last + ofX * x + ofY * y;
  }
  return result;
}
