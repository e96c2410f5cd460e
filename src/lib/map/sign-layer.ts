/** The signs of the map, drawn from one texture that holds all pictures of `icon.ts`. */
import { DrawnLayer } from './drawn-layer';
import { haloName, type Icon } from './icon';
import { Instances } from './instances';
import type { MapView, Point } from './projection';
import { signBox } from './sign';
import { SignFade } from './sign-fade';
import { drawnSigns, signAt, type DrawnSign } from './sign-frame';
import type { PlacedSign } from './signs';

const attributes = { a_spot: 2, a_angle: 1, a_cell: 2, a_opacity: 1 } as const;

const vertex = `
in vec2 a_spot;
in float a_angle;
in vec2 a_cell;
in float a_opacity;
uniform vec2 u_size;
uniform float u_box;
uniform vec2 u_cells;
out vec2 v_texture;
out float v_opacity;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  float c = cos(a_angle);
  float s = sin(a_angle);
  vec2 off = mat2(c, s, -s, c) * ((corner - 0.5) * u_box);
  vec2 spot = (a_spot + off) / u_size * 2.0 - 1.0;
  gl_Position = vec4(spot.x, -spot.y, 0.0, 1.0);
  v_texture = (a_cell + corner) / u_cells;
  v_opacity = a_opacity;
}`;

const fragment = `
in vec2 v_texture;
in float v_opacity;
uniform sampler2D u_pictures;
out vec4 colour;
void main() {
  colour = texture(u_pictures, v_texture) * v_opacity;
}`;

export class SignLayer extends DrawnLayer {
  readonly id = 'story-signs';
  readonly before = 'sign-labels';
  readonly #pictures: readonly Icon[];
  /** How many pictures stand in a row and in a column of the texture. */
  readonly #cells: number;
  readonly #cellOf: ReadonlyMap<string, readonly [number, number]>;
  #program: Instances | undefined;
  #texture: WebGLTexture | undefined;
  #standing: SignFade | undefined;
  #moving: readonly PlacedSign[] = [];
  #selected: ReadonlySet<string> = new Set();
  #hovered: ReadonlySet<string> = new Set();
  #drawn: readonly DrawnSign[] = [];
  #whenDrawn: (() => void) | undefined;

  constructor(pictures: readonly Icon[]) {
    super();
    const cells = Math.ceil(Math.sqrt(pictures.length));
    this.#pictures = pictures;
    this.#cells = cells;
    this.#cellOf = new Map(
      pictures.map(({ name }, k) => [name, [k % cells, Math.floor(k / cells)]]),
    );
  }

  /** The signs of the window; `whenDrawn` is called once they are on the map. */
  show(signs: readonly PlacedSign[], fades = false, whenDrawn?: () => void): void {
    this.#standing ??= new SignFade();
    this.#standing.show(signs, fades, performance.now());
    this.#whenDrawn = whenDrawn;
    this.repaint();
  }

  /** The heads of what moves, apart from the window's signs: they are new at every frame. */
  move(heads: readonly PlacedSign[]): void {
    if (heads.length === 0 && this.#moving.length === 0) return;
    this.#moving = heads;
    this.repaint();
  }

  /** Which signs have a halo. */
  mark(selected: Iterable<string>, hovered: Iterable<string>): void {
    this.#selected = new Set(selected);
    this.#hovered = new Set(hovered);
    this.repaint();
  }

  /** The record whose sign is at a point of the map. */
  at(point: Point): string | undefined {
    return signAt(this.#drawn, point)?.id;
  }

  protected make(gl: WebGL2RenderingContext): void {
    this.#program = new Instances(gl, attributes, { vertex, fragment });
    const side = Math.max(0, ...this.#pictures.map(({ image }) => image.width));
    this.#texture = gl.createTexture();
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    const whole = side * this.#cells;
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, whole, whole);
    for (const { name, image } of this.#pictures) {
      const [column, row] = this.#cellOf.get(name) ?? [0, 0];
      const { RGBA, UNSIGNED_BYTE, TEXTURE_2D } = gl;
      gl.texSubImage2D(TEXTURE_2D, 0, column * side, row * side, RGBA, UNSIGNED_BYTE, image);
    }
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  }

  protected drop(gl: WebGL2RenderingContext): void {
    this.#program?.remove();
    gl.deleteTexture(this.#texture ?? null);
    this.#program = this.#texture = undefined;
    this.#drawn = [];
  }

  protected draw(gl: WebGL2RenderingContext, view: MapView): void {
    if (!this.#program || !this.#texture || !this.#standing) return;
    const { signs: standing, changes } = this.#standing.at(performance.now());
    this.#drawn = drawnSigns([...this.#moving, ...standing], view);
    const scale = gl.drawingBufferWidth / view.width;
    const halos = this.#drawn.flatMap((sign) => {
      const opacity = this.#selected.has(sign.id) ? 1 : this.#hovered.has(sign.id) ? 0.6 : 0;
      return opacity ? this.#instance({ ...sign, icon: haloName, angle: 0 }, opacity, scale) : [];
    });
    const signs = this.#drawn.flatMap((sign) => this.#instance(sign, sign.opacity, scale));
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    this.#program.draw([...halos, ...signs], {
      u_size: [view.width, view.height],
      u_box: [signBox],
      u_cells: [this.#cells, this.#cells],
    });
    this.#whenDrawn?.();
    this.#whenDrawn = undefined;
    if (changes) this.repaint();
  }

  #instance({ icon, x, y, angle }: DrawnSign, opacity: number, scale: number): number[] {
    const cell = this.#cellOf.get(icon);
    if (!cell) return [];
    // What stands upright on whole pixels of the screen is sharp.
    const snap = (value: number): number =>
      angle === 0 && !this.map?.isMoving() ? Math.round(value * scale) / scale : value;
    return [snap(x), snap(y), angle, ...cell, opacity];
  }
}
