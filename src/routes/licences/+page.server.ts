/** Whose work the site contains, and under which terms. */
import { ATTRIBUTION } from '$lib/map/basemap';
import { atlasLicence, ownLicence, shippedPackages } from '$lib/server/licences';
import { absoluteUrl } from '$lib/server/site';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  canonical: absoluteUrl('/licences/'),
  own: [
    { title: 'The programme', text: ownLicence('LICENSE') },
    { title: 'The data of the atlas', text: atlasLicence() },
    { title: 'The type of the preview pictures', text: ownLicence('src/lib/server/fonts/LICENSE') },
  ],
  basemap: ATTRIBUTION,
  packages: shippedPackages(),
});
