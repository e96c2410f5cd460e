/** Hands a file to the reader, as a download. It never leaves the browser otherwise. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it over by then; without this it would stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A canvas as PNG. @throws Error where it is too large for the browser. */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob)
    throw new Error(`a picture of ${canvas.width} by ${canvas.height} cannot be made here`);
  return blob;
}
