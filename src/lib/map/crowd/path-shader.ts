/** Shaders of paths: a piece of a line as a quad, and the head of a path as a point on a piece. */
import { UNDATED } from '../../core/crowd/columns';

const attributes = `
layout(location = 0) in uvec4 a_ends;
layout(location = 1) in vec2 a_times;
layout(location = 2) in ivec4 a_bounds;
layout(location = 3) in uvec4 a_mark;
uniform ivec2 u_window;
uniform bool u_outside;
uniform bool u_trail;
uniform bool u_only_certain;
uniform bool u_undated;
uniform bool u_playing;
uniform float u_moment;
uniform float u_lasting;
uniform float u_ratio;
uniform vec2 u_size;
uniform vec3 u_colours[8];`;

/**
 * A line: solid where its record is certain, dashed where it may be, faint where it is past. While
 * paths are played, a timed one shows only its trail, which fades behind the head.
 */
export const lineVertex = `${attributes}
out float v_along;
out float v_across;
out float v_age;
flat out vec3 v_colour;
flat out int v_activity;
void main() {
  // What has no time may hold at any.
  bool isUndated = a_bounds.x == ${UNDATED[0]};
  int activity = isUndated && u_undated ? POSSIBLE : activityOf(a_bounds, u_window);
  bool isTimed = a_times.y > a_times.x;
  bool isPlayed = u_playing && isTimed;
  bool isHidden = a_mark.z == 0u ||
    (isPlayed
      ? a_times.x > u_moment || a_times.y < u_moment - u_lasting
      : activity == FUTURE || (activity == PAST && !u_trail) ||
        (activity == POSSIBLE && u_only_certain) || (u_outside && activity > PAST && !isUndated));
  float end = float(gl_VertexID & 1);
  float side = float(gl_VertexID >> 1) * 2.0 - 1.0;
  vec4 a = project(a_ends.xy);
  vec4 b = projectTurned(a_ends.zw, turnsTo(a_ends.xy, a_ends.zw));
  // While it is played a piece grows up to the moment.
  float far = isPlayed ? clamp((u_moment - a_times.x) / (a_times.y - a_times.x), 0.0, 1.0) : 1.0;
  b = mix(a, b, far);
  vec2 screenA = a.xy / a.w * u_size * 0.5;
  vec2 screenB = b.xy / b.w * u_size * 0.5;
  vec2 along = screenB - screenA;
  float run = length(along);
  vec2 normal = run > 0.0 ? vec2(-along.y, along.x) / run : vec2(0.0);
  float width = (activity == PAST && !isPlayed ? 1.0 : 2.2) * u_ratio;
  vec4 place = mix(a, b, end);
  place.xy += normal * side * (width * 0.5 + 0.5) / u_size * 2.0 * place.w;
  v_along = end * run / u_ratio;
  v_across = side * (width * 0.5 + 0.5);
  v_age = isPlayed ? clamp((u_moment - mix(a_times.x, min(a_times.y, u_moment), end)) / u_lasting, 0.0, 1.0) : 0.0;
  v_colour = u_colours[a_mark.x];
  v_activity = isPlayed ? CERTAIN : activity;
  gl_Position = isHidden || a.w <= 0.0 || b.w <= 0.0 ? OUTSIDE : place;
}`;

export const lineFragment = `#version 300 es
precision highp float;
precision highp int;
in float v_along;
in float v_across;
in float v_age;
flat in vec3 v_colour;
flat in int v_activity;
uniform float u_ratio;
out vec4 colour;
void main() {
  float width = (v_activity == 1 ? 1.0 : 2.2) * u_ratio;
  float alpha = clamp(width * 0.5 + 0.5 - abs(v_across), 0.0, 1.0);
  if (v_activity == 1) alpha *= 0.3;
  if (v_activity == 2) alpha *= mod(v_along, 8.0) < 5.0 ? 0.8 : 0.0;
  colour = vec4(v_colour, 1.0) * alpha * (1.0 - v_age);
}`;

/** The head of a path: on the one piece of it that the moment lies in. */
export const headVertex = `${attributes}
flat out vec3 v_colour;
flat out float v_diameter;
void main() {
  bool isHere = u_moment >= a_times.x && u_moment < a_times.y && a_mark.z != 0u;
  float far = isHere ? (u_moment - a_times.x) / (a_times.y - a_times.x) : 0.0;
  vec4 a = project(a_ends.xy);
  vec4 b = projectTurned(a_ends.zw, turnsTo(a_ends.xy, a_ends.zw));
  v_diameter = 10.0 * u_ratio;
  v_colour = u_colours[a_mark.x];
  gl_PointSize = isHere ? v_diameter : 0.0;
  gl_Position = isHere ? mix(a, b, far) : OUTSIDE;
}`;

export const headFragment = `#version 300 es
precision highp float;
flat in vec3 v_colour;
flat in float v_diameter;
uniform float u_ratio;
uniform vec3 u_casing;
out vec4 colour;
void main() {
  float away = length(gl_PointCoord - 0.5) * v_diameter;
  float edge = 0.5 * v_diameter;
  float inside = clamp(edge - away, 0.0, 1.0);
  float rim = clamp(away - (edge - 1.5 * u_ratio) + 0.5, 0.0, 1.0);
  colour = vec4(mix(v_colour, u_casing, rim), 1.0) * inside;
}`;
