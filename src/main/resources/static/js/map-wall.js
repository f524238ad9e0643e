// Keeps the wall screen as it is now: it reads the page again every so many seconds, and says so when it cannot.

const wall = document.querySelector('main.wall');
const old = document.querySelector('.wall-old');

async function renew() {
  try {
    const answer = await fetch(location.href, {credentials: 'same-origin', headers: {'X-Requested-With': 'wall'}});
    if (!answer.ok || answer.redirected) {
      throw new Error(answer.status);
    }
    const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-wall]')) {
      const fresh = now.querySelector(`[data-wall="${part.dataset.wall}"]`);
      if (part.dataset.wall === 'picture') {
        // Drawn anew by the server; the old one stands until the new one is there.
        const image = new Image(1100, 780);
        image.alt = part.firstElementChild.alt;
        image.onload = () => part.replaceChildren(image);
        image.src = `/desk/map/wall.svg`;
      } else if (fresh) {
        part.replaceWith(document.importNode(fresh, true));
      }
    }
    old.hidden = true;
  } catch {
    old.hidden = false;
  }
}

setInterval(renew, Number(wall.dataset.every) * 1000);
