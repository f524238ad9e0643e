// While the registrar takes down what somebody says: whom the caller should ring first, and the category that fits, one tap away.
import { callLines, hintsWhileWriting } from '/js/hints.js';
import { button, element } from './server.js';

const field = (form, key) => form.querySelector('[id$="-Field_' + key + '"]');

function press(target) {
  for (const kind of ['mousedown', 'mouseup', 'click']) {
    target.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
  }
}

/** As a hand does it, because the form library has no other way in. */
function choose(select, name) {
  press(select.querySelector('.fjs-input-group'));
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const item = [...select.querySelectorAll('.fjs-dropdownlist-item')].find((i) => i.textContent.trim() === name);
    if (item) {
      press(item);
    }
  }));
}

function watch(form) {
  const box = element('div', 'minqing-hints');
  const select = field(form, 'category').closest('.fjs-form-field');
  box.setAttribute('role', 'alert');
  box.hidden = true;
  form.before(box);

  function suggestion(category) {
    const line = element('p', 'minqing-hint', '类别可能是 ');
    const take = button('minqing-text', '改成“' + category.name + '”', () => {
      choose(select, category.name);
      line.remove();
      box.hidden = !box.firstChild;
    });
    line.append(take, ' 也可以不改');
    return line;
  }

  function show(answer) {
    const category = answer?.suggestedCategory;
    const chosen = select.querySelector('.fjs-select-display')?.textContent.trim();
    const calls = callLines(answer);
    calls.forEach((line) => line.classList.add('minqing-call'));
    box.replaceChildren(...calls, ...(category && category.name !== chosen ? [suggestion(category)] : []));
    box.hidden = !box.firstChild;
  }

  const words = { title: field(form, 'title'), description: field(form, 'description') };
  const changed = hintsWhileWriting(() => ({ title: words.title.value, description: words.description.value }), show);
  Object.values(words).forEach((written) => {
    written.addEventListener('input', () => changed());
    written.addEventListener('blur', () => changed(true));
  });
}

const watched = new WeakSet();

function place() {
  const form = field(document, 'description')?.closest('.modal-body .fjs-container');
  if (form && !watched.has(form) && ['title', 'category'].every((key) => field(form, key))) {
    watched.add(form);
    watch(form);
  }
}

export default {
  id: 'minqing.hints',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1,
  // The start form opens in a dialog at the end of the page.
  render: () => new MutationObserver(place).observe(document.body, { subtree: true, childList: true }),
};
