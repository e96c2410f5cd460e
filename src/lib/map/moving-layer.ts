/**
 * The lines that grow in a replay. Each frame draws them as far as they have come, with the look
 * that `shape-style.ts` gives a line at rest: on a ground of its own, with dots for a schematic path,
 * dashes for what is possible, and open where it is claimed or inferred.
 */
import { DrawnLayer } from './drawn-layer';
import { Instances } from './instances';
import type { StoryPalette } from './palette';
import { clipNear, copiesIn, mercator, toClip, toPixels, type MapView } from './projection';
import { groupHue } from './sign';
import type { GrowingLine } from './signs';
import {
  dotWidth,
  groundWidth,
  lineWidth,
  openWidth,
  possibleDash,
  schematicDash,
  widthAt,
} from './style-parts';

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

/** Both ends in pixels, and how far along its line the first one is. */
type Segment = readonly [number, number, number, number, number];

/** Segments with a look (width, dash, colour): an instance each. */
function dressed(segments: readonly Segment[], look: readonly number[]): number[] {
  return segments.flatMap((segment) => [...segment, ...look]);
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
    const { label, labelHalo, casingLight } = this.#colours;
    const dots = widthAt(dotWidth, view.zoom);
    const wide = widthAt(lineWidth, view.zoom);
    const period = ([on, off]: readonly [number, number], by: number) => [on * by, (on + off) * by];
    const solid = [0, 0, 0];
    const dashes = [...period(possibleDash, wide), 0];
    const ground = [widthAt(groundWidth, view.zoom), ...solid, ...channels(labelHalo)];
    const dotted = [dots, ...period(schematicDash, dots), 1, ...channels(label)];
    const core = [widthAt(openWidth, view.zoom), ...solid, ...channels(casingLight)];
    const lines = this.#lines.map((line) => ({ ...line, segments: this.#segments(line, view) }));
    // One look after the other, so that the ground of no line covers another line.
    const values = [
      lines.flatMap(({ segments }) => dressed(segments, ground)),
      lines.flatMap(({ schematic, segments }) => (schematic ? dressed(segments, dotted) : [])),
      lines.flatMap(({ certainty, group, segments }) => {
        const hue = channels(groupHue(group, this.#colours));
        return dressed(segments, [wide, ...(certainty === 'possible' ? dashes : solid), ...hue]);
      }),
      lines.flatMap(({ open, segments }) => (open ? dressed(segments, core) : [])),
    ].flat();
    this.#program?.draw(values, {
      u_size: [view.width, view.height],
      u_scale: [gl.drawingBufferWidth / view.width],
    });
  }

  /** Where each segment is and how far along its line, on every copy of the world. */
  #segments({ coordinates }: GrowingLine, view: MapView): Segment[] {
    const world = coordinates.map(mercator);
    return copiesIn(view).flatMap((copy) => {
      const clips = world.map(({ x, y }) => toClip(view, { x: x + copy, y }));
      const segments: Segment[] = [];
      let along = 0;
      for (const [k, end] of clips.entries()) {
        const start = clips[k - 1];
        const part = start && clipNear(start, end);
        const [a, b] = part?.map((clip) => toPixels(view, clip)) ?? [];
        if (!a || !b) continue;
        segments.push([a.x, a.y, b.x, b.y, along]);
        along += Math.hypot(b.x - a.x, b.y - a.y);
      }
      return segments;
    });
  }
}
