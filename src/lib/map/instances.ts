/**
 * Small WebGL2 programs that draw many rectangles at once, for custom layers of the map. MapLibre
 * resets its own state of the context after a custom layer has drawn.
 */

/** A number per rectangle for each name: its size, 1 to 4. */
export type Attributes = Readonly<Record<string, 1 | 2 | 3 | 4>>;

function shader(gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader {
  const made = gl.createShader(type);
  if (!made) throw new Error('no shader: the context is lost');
  gl.shaderSource(made, `#version 300 es\nprecision highp float;\n${source}`);
  gl.compileShader(made);
  return made;
}

/** Draws a rectangle per instance; its corners are `gl_VertexID` 0 to 3 of a strip. */
export class Instances {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: WebGLProgram;
  readonly #array: WebGLVertexArrayObject;
  readonly #buffer: WebGLBuffer;
  readonly #size: number;
  readonly #uniforms = new Map<string, WebGLUniformLocation | null>();

  constructor(
    gl: WebGL2RenderingContext,
    attributes: Attributes,
    sources: { readonly vertex: string; readonly fragment: string },
  ) {
    this.#gl = gl;
    this.#program = gl.createProgram();
    const parts = [
      shader(gl, gl.VERTEX_SHADER, sources.vertex),
      shader(gl, gl.FRAGMENT_SHADER, sources.fragment),
    ];
    for (const part of parts) gl.attachShader(this.#program, part);
    gl.linkProgram(this.#program);
    for (const part of parts) gl.deleteShader(part);
    if (!gl.getProgramParameter(this.#program, gl.LINK_STATUS) && !gl.isContextLost()) {
      throw new Error(`a shader of the map: ${gl.getProgramInfoLog(this.#program) ?? ''}`);
    }
    this.#array = gl.createVertexArray();
    this.#buffer = gl.createBuffer();
    this.#size = Object.values(attributes).reduce<number>((sum, size) => sum + size, 0);
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    let offset = 0;
    for (const [name, size] of Object.entries(attributes)) {
      const location = gl.getAttribLocation(this.#program, name);
      gl.enableVertexAttribArray(location);
      gl.vertexAttribPointer(location, size, gl.FLOAT, false, this.#size * 4, offset * 4);
      gl.vertexAttribDivisor(location, 1);
      offset += size;
    }
    gl.bindVertexArray(null);
  }

  #uniform(name: string): WebGLUniformLocation | null {
    if (!this.#uniforms.has(name)) {
      this.#uniforms.set(name, this.#gl.getUniformLocation(this.#program, name));
    }
    return this.#uniforms.get(name) ?? null;
  }

  /** Draws instances whose attributes stand one after the other, in their order. */
  draw(values: readonly number[], uniforms: Readonly<Record<string, readonly number[]>>): void {
    if (values.length === 0) return;
    const gl = this.#gl;
    gl.useProgram(this.#program);
    for (const [name, [x = 0, y]] of Object.entries(uniforms)) {
      if (y === undefined) gl.uniform1f(this.#uniform(name), x);
      else gl.uniform2f(this.#uniform(name), x, y);
    }
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(values), gl.DYNAMIC_DRAW);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, values.length / this.#size);
    gl.bindVertexArray(null);
  }

  remove(): void {
    this.#gl.deleteProgram(this.#program);
    this.#gl.deleteBuffer(this.#buffer);
    this.#gl.deleteVertexArray(this.#array);
  }
}
