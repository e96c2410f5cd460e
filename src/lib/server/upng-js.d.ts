/** The part of upng-js that is used; the package has no types of its own. */
declare module 'upng-js' {
  /** RGBA frames as a PNG of at most `colours` colours. */
  function encode(
    frames: readonly ArrayBuffer[],
    width: number,
    height: number,
    colours: number,
  ): ArrayBuffer;
  const upng: { readonly encode: typeof encode };
  export default upng;
}
