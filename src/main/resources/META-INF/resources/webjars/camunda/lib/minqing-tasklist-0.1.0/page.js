// What concerns the page as a whole: its name, its time zone, and what it leaves behind on a shared computer.
import { inShanghai } from '../minqing-shanghai-0.1.0.js';

/** Tasklist would keep what is typed into a form in the browser, readable by whoever sits there next; it is kept nowhere. */
export function keepNoDrafts(storage, keyOfDraft = 'camunda-form:') {
  Object.keys(storage)
    .filter((key) => key.startsWith(keyOfDraft))
    .forEach((key) => storage.removeItem(key));
  const keep = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    if (!String(key).startsWith(keyOfDraft)) {
      keep.call(this, key, value);
    }
  };
}

keepNoDrafts(window.localStorage);

/** Who may start nothing is not offered to: registering appeals is the registrar's. If nobody knows, everybody is offered it. */
async function offerStart() {
  const known = await fetch(
    '/camunda/api/engine/engine/default/process-definition/count?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true',
    { credentials: 'same-origin' },
  )
    .then((answer) => answer.json())
    .catch(() => ({}));
  document.documentElement.classList.toggle('minqing-may-start', known.count !== 0);
}

// Whoever has no list of his own still meets the start of the page.
export default {
  id: 'minqing.page',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1,
  render: () => {
    document.documentElement.lang = 'zh-CN';
    document.title = '民情 · 待办';
    inShanghai(window.angular.element(document.documentElement).injector().get('moment'));
    offerStart();
  },
};
