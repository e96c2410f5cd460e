import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath, qrSvg, quiet } from '../../src/lib/ui/share/qr';

test('the path holds every dark module once', () => {
  expect(qrPath([[true, true, false, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z');
  const { data } = encode('https://example.org/#date=1999', { border: 0 });
  const dark = data.flat().filter(Boolean).length;
  const drawn = [...qrPath(data).matchAll(/h(\d+)v1/g)].reduce((sum, [, n]) => sum + Number(n), 0);
  expect(drawn).toBe(dark);
});

test('the file is drawn as the code is: dark where it is dark, quiet around it', async () => {
  const { data, size } = encode('https://example.org/', { border: 0 });
  const text = qrSvg(qrPath(data), size, '#000000', '#ffffff');
  const image = new Image();
  const [scale, whole] = [4, size + 2 * quiet];
  image.width = image.height = whole * scale;
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = whole * scale;
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const isDark = (x: number, y: number): boolean => {
    const at = (k: number): number => (k + quiet + 0.5) * scale;
    return (context?.getImageData(at(x), at(y), 1, 1).data[0] ?? 255) < 128;
  };
  for (let y = -quiet; y < size + quiet; y += 1) {
    for (let x = -quiet; x < size + quiet; x += 1) {
      if (isDark(x, y) !== (data[y]?.[x] ?? false)) throw new Error(`wrong at ${x}, ${y}`);
    }
  }
});
