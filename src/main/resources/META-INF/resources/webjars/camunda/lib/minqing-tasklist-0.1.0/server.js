// Our own interface: what it refuses, it refuses in Chinese words.

/** @returns what was answered; a POST if there is a body. @throws Error whose message can be shown as it is */
export async function ask(path, body) {
  const answer = await fetch(path, {
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('网络不通，请稍后再试。');
  });
  if (answer.status === 401) {
    window.location.replace('/sign-in?ended=away');
  }
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const fields = (said.errors || []).map((e) => e.zh).filter(Boolean);
    throw new Error(fields.length ? fields.join('；') : said.detail || '没有办成，请稍后再试。');
  }
  return said;
}

/** An element with text in it. What residents wrote goes this way and is never read as HTML. */
export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== undefined && text !== null) {
    made.textContent = text;
  }
  return made;
}

export function button(className, text, act) {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
