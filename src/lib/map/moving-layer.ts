/**
 * The lines that grow in a replay. Each frame draws them as far as they have come, with the look
 * that `shape-style.ts` gives a line at rest: dots for a schematic path, dashes for what is possible.
 */
import { DrawnLayer } from './drawn-layer';
import { Instances } from './instances';
import type { StoryPalette } from './palette';
import { clipNear, copiesIn, mercator, toClip, toPixels, type MapView } from './projection';
import { groupHue } from './sign';
import type { GrowingLine } from './signs';
import { dotWidth, lineWidth, possibleDash, schematicDash, widthAt } from './style-parts';

const attributes = { a_ends: 4, a_along: 1, a_width: 1, a_dash: 3, a_colour: 3 } as const;

const vertex = `
in vec4 a_ends;
in float a_along;
in float a_width;
in vec3 a_dash;
in vec3 a_colour;
uniform vec2 u_size;
out vec2 v_at;
out float v_length;
out float v_along;
out float v_width;
out vec3 v_dash;
out vec3 v_colour;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec2 way = a_ends.zw - a_ends.xy;
  v_length = length(way);
  vec2 along = v_length > 0.0 ? way / v_length : vec2(1.0, 0.0);
  float edge = a_width / 2.0 + 1.0;
  v_at = vec2(mix(-edge, v_length + edge, corner.x), mix(-edge, edge, corner.y));
  vec2 spot = a_ends.xy + along * v_at.x + vec2(-along.y, along.x) * v_at.y;
  spot = spot / u_size * 2.0 - 1.0;
  gl_Position = vec4(spot.x, -spot.y, 0.0, 1.0);
  v_along = a_along;
  v_width = a_width;
  v_dash = a_dash;
  v_colour = a_colour;
}`;

/** The distance to the segment makes its ends round; dashes are cut, dots are rings around points. */
const fragment = `
in vec2 v_at;
in float v_length;
in float v_along;
in float v_width;
in vec3 v_dash;
in vec3 v_colour;
uniform float u_scale;
out vec4 colour;
float inside(float distance) {
  return clamp(0.5 - distance * u_scale, 0.0, 1.0);
}
void main() {
  float nearest = clamp(v_at.x, 0.0, v_length);
  float cover = inside(length(v_at - vec2(nearest, 0.0)) - v_width / 2.0);
  float period = v_dash.y;
  if (period > 0.0) {
    float phase = mod(v_along + nearest, period);
    if (v_dash.z > 0.0) {
      float off = min(phase, period - phase);
      cover = min(cover, inside(length(vec2(off, v_at.y)) - v_width / 2.0));
    } else {
      cover *= inside(min(phase - v_dash.x, period - phase + v_dash.x));
    }
  }
  colour = vec4(v_colour * cover, cover);
}`;

/** Red, green and blue, 0 to 1, of "#rrggbb". */
function channels(hex: string): number[] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export class MovingLayer extends DrawnLayer {
  readonly id = 'story-moving';
  readonly before = 'line-target';
  readonly #colours: StoryPalette;
  #program: Instances | undefined;
  #lines: readonly GrowingLine[] = [];

  constructor(colours: StoryPalette) {
    super();
    this.#colours = colours;
  }

  /** The lines as far as they have come. */
  move(lines: readonly GrowingLine[]): void {
    if (lines.length === 0 && this.#lines.length === 0) return;
    this.#lines = lines;
    this.repaint();
  }

  protected make(gl: WebGL2RenderingContext): void {
    this.#program = new Instances(gl, attributes, { vertex, fragment });
  }

  protected drop(): void {
    this.#program?.remove();
    this.#program = undefined;
  }

  protected draw(gl: WebGL2RenderingContext, view: MapView): void {
    if (!this.#lines.length) return;
    const dots = widthAt(dotWidth, view.zoom);
    const wide = widthAt(lineWidth, view.zoom);
    const period = ([on, off]: readonly [number, number], by: number) => [on * by, (on + off) * by];
    const ink = channels(this.#colours.label);
    const values = this.#lines.flatMap((line) => {
      const hue = channels(groupHue(line.group, this.#colours));
      const dash = line.certainty === 'possible' ? period(possibleDash, wide) : [0, 0];
      return [
        ...(line.schematic
          ? this.#segments(line, view, [dots, ...period(schematicDash, dots), 1, ...ink])
          : []),
        ...this.#segments(line, view, [wide, ...dash, 0, ...hue]),
      ];
    });
    this.#program?.draw(values, {
      u_size: [view.width, view.height],
      u_scale: [gl.drawingBufferWidth / view.width],
    });
  }

  /** An instance per segment, on every copy of the world. */
  #segments({ coordinates }: GrowingLine, view: MapView, look: readonly number[]): number[] {
    const world = coordinates.map(mercator);
    return copiesIn(view).flatMap((copy) => {
      const clips = world.map(({ x, y }) => toClip(view, { x: x + copy, y }));
      const values: number[] = [];
      let along = 0;
      for (const [k, end] of clips.entries()) {
        const start = clips[k - 1];
        const part = start && clipNear(start, end);
        const [a, b] = part?.map((clip) => toPixels(view, clip)) ?? [];
        if (!a || !b) continue;
        values.push(a.x, a.y, b.x, b.y, along, ...look);
        along += Math.hypot(b.x - a.x, b.y - a.y);
      }
      return values;
    });
  }
}
