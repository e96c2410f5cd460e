/** The absolute addresses that are given away. */

/** The site's root; `base` is its base path without a slash at the end. For a page that runs. */
export function siteRoot(base: string): string {
  return new URL(`${base}/`, location.href).href;
}

/** The page of a record or a place. */
export function pageOf(base: string, id: string): string {
  return `${siteRoot(base)}e/${id}/`;
}

/** A name for a file of the atlas: "imu-1999.geojson"; only letters, digits and hyphens. */
export function fileName(atlasId: string, window: string, extension: string): string {
  const words = window.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return `${atlasId}-${words}.${extension}`;
}
