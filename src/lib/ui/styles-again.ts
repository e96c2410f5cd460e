/**
 * Fetches the style sheets of later parts that did not arrive once more. The build's own loader asks
 * for each only once, so that a part that is fetched anew would come without its looks.
 *
 * @throws Error where one does not arrive this time either
 */
export async function stylesAgain(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  const failed = [...links].filter((link) => !hasArrived(link) && !('again' in link.dataset));
  await Promise.all(failed.map(again));
}

/** The rules of a sheet that did not arrive are kept from scripts, as those of another host are. */
function hasArrived({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length >= 0;
  } catch {
    return false;
  }
}

function again(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const copy = document.createElement('link');
    copy.rel = 'stylesheet';
    copy.href = link.href;
    copy.dataset.again = '';
    copy.onload = () => {
      link.dataset.again = '';
      resolve();
    };
    copy.onerror = () => {
      copy.remove();
      reject(new Error(`${link.href} did not arrive`));
    };
    link.after(copy);
  });
}
