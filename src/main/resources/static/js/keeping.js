// Starts the service worker, which keeps pages for where there is no network.

/** @param wanted what it is to fetch ahead, if anything */
export async function startKeeping(wanted) {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  // It used to reach the pages of tasks only, then all below the desk and not the desk itself.
  const earlier = (await navigator.serviceWorker.getRegistrations()).filter(it => /\/desk\/(tasks)?$/.test(it.scope));
  await Promise.all(earlier.map(it => it.unregister()));
  const found = await navigator.serviceWorker.register('/desk/worker.js', {scope: '/desk', updateViaCache: 'none'});
  const active = found.active ?? await new Promise(ready => (found.installing ?? found.waiting).addEventListener('statechange', event => {
    if (event.target.state === 'activated') {
      ready(event.target);
    }
  }));
  if (wanted) {
    active.postMessage(wanted);
  }
}
