/**
 * Fetches the style sheets of later parts that did not arrive once more. The build's own loader asks
 * for each only once, so that a part that is fetched anew would come without its looks.
 *
 * @throws Error where one does not arrive this time either
 */
export async function stylesAgain(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  const failed = [...links].filter(({ sheet, dataset }) => !sheet && !('again' in dataset));
  await Promise.all(failed.map(again));
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
