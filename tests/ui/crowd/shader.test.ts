/** The rule of activity as the graphics card computes it, against the rule in core. */
import { expect, test } from 'vitest';
import { activity, ALWAYS, FOREVER, type Span } from '../../../src/lib/core/span';
import { activityGlsl } from '../../../src/lib/map/crowd/shader';

const words = ['future', 'past', 'possible', 'certain'];

/** Runs the shader's rule on rows of four bounds and two days, and returns its numbers. */
function computed(rows: Int32Array): Int32Array {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) throw new Error('no WebGL2');
  const program = gl.createProgram();
  for (const [kind, source] of [
    [
      gl.VERTEX_SHADER,
      `#version 300 es
       layout(location = 0) in ivec4 a_bounds;
       layout(location = 1) in ivec2 a_window;
       flat out int activity;
       ${activityGlsl}
       void main() { activity = activityOf(a_bounds, a_window); }`,
    ],
    [
      gl.FRAGMENT_SHADER,
      '#version 300 es\nprecision highp float; out vec4 c; void main() { c = vec4(1.0); }',
    ],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('no shader');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.transformFeedbackVaryings(program, ['activity'], gl.SEPARATE_ATTRIBS);
  gl.linkProgram(program);
  expect(gl.getProgramInfoLog(program)).toBe('');
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, rows, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribIPointer(0, 4, gl.INT, 24, 0);
  gl.enableVertexAttribArray(1);
  gl.vertexAttribIPointer(1, 2, gl.INT, 24, 16);
  const count = rows.length / 6;
  const out = gl.createBuffer();
  gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, out);
  gl.bufferData(gl.TRANSFORM_FEEDBACK_BUFFER, count * 4, gl.STATIC_READ);
  gl.enable(gl.RASTERIZER_DISCARD);
  gl.beginTransformFeedback(gl.POINTS);
  gl.drawArrays(gl.POINTS, 0, count);
  gl.endTransformFeedback();
  const result = new Int32Array(count);
  gl.getBufferSubData(gl.TRANSFORM_FEEDBACK_BUFFER, 0, result);
  return result;
}

test('the shader says of random spans and windows what core says, open ends and far days included', () => {
  let seed = 7;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    return (seed >>> 0) / 2 ** 32;
  };
  const day = (): number => {
    const kind = random();
    if (kind < 0.08) return ALWAYS;
    if (kind > 0.92) return FOREVER;
    // Days beyond 2^24, where a float would round, and close ones, which meet.
    return kind < 0.3 ? 20_000_000 + Math.floor(random() * 20) : Math.floor(random() * 20) - 10;
  };
  const sorted = (): [number, number] => {
    const [a, b] = [day(), day()];
    return a < b ? [a, b] : [b, a];
  };
  const rows = new Int32Array(6 * 5000);
  const expected: string[] = [];
  for (let k = 0; k < 5000; k++) {
    const [earliestStart, latestStart] = sorted();
    const [earliestEnd, latestEnd] = sorted();
    const [from, to] = sorted();
    const span: Span = { earliestStart, latestStart, earliestEnd, latestEnd };
    rows.set([earliestStart, latestStart, earliestEnd, latestEnd, from, to], k * 6);
    expected.push(activity(span, { from, to }));
  }
  expect([...computed(rows)].map((number) => words[number])).toEqual(expected);
  expect(new Set(expected).size).toBe(4);
});
