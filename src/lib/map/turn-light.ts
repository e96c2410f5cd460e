/**
 * Turns a picture in dark colours into one for paper: what is light becomes dark and the other way
 * round, and every hue stays. A map that is drawn in light colours is better, but takes its time.
 */
export function turnLight(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const hues = document.createElement('canvas');
  Object.assign(hues, { width: canvas.width, height: canvas.height });
  hues.getContext('2d')?.drawImage(canvas, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
  // The difference to white is the negative; the hues are those of before.
  context.globalCompositeOperation = 'difference';
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  // The darkest ground is no black, but shall be no grey on paper.
  context.globalCompositeOperation = 'color-dodge';
  context.fillStyle = 'rgb(24 24 24)';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.globalCompositeOperation = 'color';
  context.drawImage(hues, 0, 0);
  context.globalCompositeOperation = 'source-over';
}
