/**
 * What the shaders of the crowd share. Time is a uniform and the four bounds are attributes, so a
 * step in time changes two numbers, however many records there are.
 */
import { pointSigns } from './signs';

/**
 * The rule of activity, word for word `activity` in `core/span.ts`, in whole days: 32-bit integers
 * are exact, so that `ALWAYS` and `FOREVER` need no care. A test holds the two together.
 */
export const activityGlsl = `
const int FUTURE = 0;
const int PAST = 1;
const int POSSIBLE = 2;
const int CERTAIN = 3;
int activityOf(ivec4 bounds, ivec2 window) {
  if (bounds.x > window.y) return FUTURE;
  if (bounds.w < window.x) return PAST;
  return bounds.y <= window.y && bounds.z >= window.x ? CERTAIN : POSSIBLE;
}`;

/**
 * Projects a fixed position. On the flat map it is taken relative to the view's centre, in whole
 * numbers: exact at any zoom, and across the antimeridian on the side that is nearer.
 */
const projectGlsl = `
uniform uvec2 u_centre;
uniform float u_copy;
uniform mat4 u_matrix;
vec4 projectTurned(uvec2 position, float turns) {
#ifdef GLOBE
  return projectTile(vec2(position) / 4294967296.0);
#else
  vec2 away = vec2(ivec2(position - u_centre)) / 4294967296.0;
  return u_matrix * vec4(away.x + u_copy + turns, away.y, 0.0, 1.0);
#endif
}
vec4 project(uvec2 position) { return projectTurned(position, 0.0); }
// Turns of the world by which the end of a piece goes on beyond the edge that is farthest from the
// view's centre, where its start is on the other side.
float turnsTo(uvec2 start, uvec2 end) {
  float gap = float(int(end.x - u_centre.x)) - float(int(start.x - u_centre.x));
  return gap > 2147483648.0 ? -1.0 : gap < -2147483648.0 ? 1.0 : 0.0;
}
bool isNowhere(uvec2 position) { return position == uvec2(0xffffffffu); }
const vec4 OUTSIDE = vec4(2.0, 2.0, 2.0, 1.0);`;

const header = `#version 300 es
precision highp float;
precision highp int;`;

/** The beginning of a vertex shader for a projection; `prelude` and `define` come from the map. */
export function vertexHeader(prelude: string, define: string): string {
  return [header, define, prelude, activityGlsl, projectGlsl].join('\n');
}

const glsl = (number: number): string => number.toFixed(4);
const { certain, possible, past } = pointSigns;

/** A record's sign: a disc where it is certain, a ring where it may be, a faint dot for the past. */
export const pointVertex = `
layout(location = 0) in uvec2 a_position;
layout(location = 1) in ivec4 a_bounds;
layout(location = 2) in uvec4 a_mark;
uniform ivec2 u_window;
uniform bool u_outside;
uniform bool u_trail;
uniform bool u_only_certain;
uniform bool u_undated;
uniform float u_radius;
uniform float u_growth;
uniform float u_ratio;
uniform vec3 u_colours[8];
flat out vec3 v_colour;
flat out int v_activity;
flat out float v_diameter;
void main() {
  int activity = u_undated ? POSSIBLE : activityOf(a_bounds, u_window);
  bool isHidden = a_mark.z == 0u || a_mark.w != 0u || isNowhere(a_position) || activity == FUTURE ||
    (activity == PAST && !u_trail) || (activity == POSSIBLE && u_only_certain) ||
    (u_outside && activity > PAST && !u_undated);
  float radius = u_radius + u_growth * float(a_mark.y) / 255.0;
  if (activity == PAST) radius = min(radius, max(1.2, u_radius * ${glsl(past.scale)}));
  v_diameter = (2.0 * radius + 1.5) * u_ratio;
  v_colour = u_colours[a_mark.x];
  v_activity = activity;
  gl_PointSize = isHidden ? 0.0 : v_diameter;
  gl_Position = isHidden ? OUTSIDE : project(a_position);
}`;

export const pointFragment = `${header}
flat in vec3 v_colour;
flat in int v_activity;
flat in float v_diameter;
uniform float u_ratio;
uniform vec3 u_casing;
out vec4 colour;
void main() {
  float away = length(gl_PointCoord - 0.5) * v_diameter;
  float edge = 0.5 * v_diameter;
  float inside = clamp(edge - away, 0.0, 1.0);
  float rim = clamp(away - (edge - min(1.0, ${glsl(certain.rimShare)} * edge) * u_ratio) + 0.5, 0.0, 1.0);
  if (v_activity == 1) {
    colour = vec4(v_colour, 1.0) * ${glsl(past.middle)} * inside;
  } else if (v_activity == 3) {
    colour = vec4(mix(v_colour, u_casing, rim * ${glsl(certain.casing)}), 1.0) * inside;
  } else {
    float ring = clamp(away - (edge - max(1.2, ${glsl(possible.rimShare)} * edge / u_ratio) * u_ratio) + 0.5, 0.0, 1.0);
    colour = vec4(v_colour, 1.0) * inside * mix(${glsl(possible.middle)}, ${glsl(possible.rim)}, ring);
  }
}`;
