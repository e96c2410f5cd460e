/** The part of upng-js that is used; the package has no types of its own. */
declare module 'upng-js' {
  const upng: {
    /** RGBA frames as a PNG of at most `colours` colours. */
    readonly encode: (
      frames: readonly ArrayBuffer[],
      width: number,
      height: number,
      colours: number,
    ) => ArrayBuffer;
  };
  export default upng;
}
