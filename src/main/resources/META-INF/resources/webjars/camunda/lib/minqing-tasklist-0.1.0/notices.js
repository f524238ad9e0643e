// Tasklist says what went wrong in a box that lies on the buttons, and of a form that is not filled in it says nothing. Here it is
// said in the page, above the button that was pressed, field by field.
import { chinese } from './engine.js';
import { button, element } from './server.js';
import { inChinese } from './words.js';

const box = element('div', 'minqing-notice');

/** Fields of the form with what is wrong with them, from the top down. */
function complaints(form) {
  return [...form.querySelectorAll('.fjs-form-field')]
    .map((field) => ({ field, error: field.querySelector('.fjs-form-field-error') }))
    .filter(({ error }) => error && error.textContent.trim())
    .map(({ field, error }) => ({
      field,
      label: (field.querySelector('.fjs-form-field-label')?.textContent ?? '').replace(/\*/g, '').trim(),
      error: inChinese(error.textContent),
    }));
}

/** The dialog to start something, else the form of the task, else above all of it. */
function place() {
  const dialog = document.querySelector('.modal-dialog');
  if (dialog) {
    return { form: dialog, before: dialog.querySelector('.modal-footer') };
  }
  const task = document.querySelector('[cam-tasklist-task]');
  const actions = task && [...task.querySelectorAll('.form-actions')].find((it) => it.offsetParent);
  return { form: task, before: actions || task };
}

function line({ field, label, error }) {
  const item = element('li');
  item.append(button('minqing-to', (label ? '“' + label + '”' : '') + error, () => {
    (field.querySelector('textarea, input, select, [tabindex="0"]') || field).focus();
    field.scrollIntoView({ block: 'center' });
  }));
  return item;
}

function show(before, words, wrong, left) {
  box.className = 'minqing-notice' + (wrong ? ' minqing-notice-problem' : '');
  box.setAttribute('role', wrong ? 'alert' : 'status');
  box.replaceChildren(element('p', '', words));
  if (left.length) {
    const list = element('ul');
    list.append(...left.map(line));
    box.append(list);
  }
  before.before(box);
  // The button as well: he presses it again.
  before.scrollIntoView({ block: 'nearest' });
  box.scrollIntoView({ block: 'nearest' });
}

/** What is mended meanwhile is taken off; with the last of it the whole. */
function refresh() {
  const list = box.isConnected && box.querySelector('ul');
  if (list) {
    const left = complaints(place().form);
    if (left.length !== list.children.length) {
      list.replaceChildren(...left.map(line));
    }
    if (!left.length) {
      box.remove();
    }
  }
}

const plain = (text) => new DOMParser().parseFromString(String(text ?? ''), 'text/html').body.textContent.trim();

/** @param notifications the service by which all of Tasklist tells something */
export function sayInPlace(notifications) {
  for (const name of ['addError', 'addMessage']) {
    const toast = notifications[name].bind(notifications);
    notifications[name] = (notice) => {
      const { form, before } = place();
      if (!before) {
        return toast(notice);
      }
      const wrong = name === 'addError';
      const told = plain(notice.message);
      const left = wrong && !told ? complaints(form) : [];
      // Of a refusal that says why, the heading says less.
      const refused = told || plain(notice.status) || chinese('');
      const words = left.length ? '没有提交，请先填好：' : wrong ? refused : [plain(notice.status), told].filter(Boolean).join('：');
      show(before, words, wrong, left);
      return undefined;
    };
  }
}

/** With another task nothing of it is true any more. */
export function clear() {
  box.remove();
}

let heard = false;

export default {
  id: 'minqing.notices',
  pluginPoint: 'tasklist.header',
  priority: 4,
  render: (node, _, scope) => {
    if (!heard) {
      heard = true;
      sayInPlace(window.angular.element(document.documentElement).injector().get('Notifications'));
      window.addEventListener('minqing:completed', clear);
      document.addEventListener('focusout', () => setTimeout(refresh, 100));
    }
    let of;
    scope.tasklistData.newChild(scope).observe('task', (task) => {
      if (task?.id !== of) {
        of = task?.id;
        clear();
      }
    });
  },
};
