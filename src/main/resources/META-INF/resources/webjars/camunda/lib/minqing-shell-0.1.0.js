// The header of our own pages over the engine's web applications: whoever changes between them finds the same way on.

/** Tasklist is where tasks are done, so it belongs to the first page. */
const HERE = { cockpit: '/camunda/app/cockpit/default/', tasklist: '/desk' };

const element = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text ?? '';
  return made;
};

function link(place, here) {
  const made = element('a', 'minqing-place-to', place.label);
  made.href = place.href;
  if (place.href === here) {
    made.setAttribute('aria-current', 'page');
  }
  return made;
}

function header({ name, links }, app) {
  const bar = element('header', 'minqing-shell');
  const brand = element('a', 'minqing-brand', '民情');
  brand.href = '/desk';
  const nav = element('nav', '');
  nav.setAttribute('aria-label', '主要页面');
  nav.append(...links.map((place) => link(place, HERE[app])));
  nav.lastElementChild.title = name;
  bar.append(brand, nav);
  return bar;
}

/** @param app its name in the address */
export async function shell(app) {
  const answer = await fetch('/api/shell', {
    credentials: 'same-origin',
    headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
  }).catch(() => null);
  // Without it the application still does what people came for.
  if (answer?.ok) {
    document.documentElement.classList.add('minqing-in-' + app);
    document.body.prepend(header(await answer.json(), app));
  }
}
