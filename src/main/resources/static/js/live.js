// An open page of ours hears of what is new, and shows its lists as they are now.
import {live} from './live-core.js';

/** The lists of this page as they are now; what somebody is reading or typing in stays. */
async function renew() {
  const places = [...document.querySelectorAll('[data-live]')].filter(it => !it.contains(document.activeElement));
  if (!places.length) {
    return;
  }
  const answer = await fetch(location.href, {credentials: 'same-origin', headers: {'X-Requested-With': 'live'}});
  if (!answer.ok || answer.redirected) {
    return;
  }
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const place of places) {
    const fresh = now.querySelector(`[data-live="${place.dataset.live}"]`);
    if (fresh) {
      place.replaceWith(document.importNode(fresh, true));
    }
  }
}

if (!document.documentElement.dataset.kept) {
  live({place: document.querySelector('main'), renew});
}
