// Photos and documents in a form: the form library has no field for files, so a text field carries their ids, and what a person
// sees in its place is where he chooses them. Each is sent at once; the form itself never has the file.
import '/js/sending.js';
import { button, element } from './server.js';

const FIELDS = '[cam-tasklist-form-camunda] input[id$="Files"]';
const ACCEPTED = 'image/*,video/mp4,video/quicktime,audio/mp4,.amr,.silk,.m4a,.pdf';
const PICTURES = new Map();

/** As if it had been typed and left: the form library takes what is typed after a while, or at once when the field is left. */
function name(field, ids) {
  field.value = ids.join(',');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}

const named = (field) => field.value.split(',').filter(Boolean);

/** Form fields come and go with the choices made, their values stay: what was sent is drawn from the value each time. */
function draw(field, box) {
  box.list.replaceChildren(
    ...named(field).map((id, i) => {
      const known = PICTURES.get(id) || { name: '第 ' + (i + 1) + ' 个', small: '' };
      const item = element('li');
      if (known.small) {
        const picture = element('img');
        picture.alt = '';
        picture.src = known.small;
        item.append(picture);
      }
      item.append(element('span', '', known.name + ' 已上传 '), button('btn btn-default', '去掉', () => {
        name(field, named(field).filter((other) => other !== id));
        draw(field, box);
      }));
      return item;
    }),
  );
}

function send(file, field, box) {
  const state = element('p', 'minqing-hint', file.name + ' 正在上传');
  state.setAttribute('role', 'status');
  box.append(state);
  window.minqingFiles.smaller(file, (content, called, small) =>
    window.minqingFiles.send(content, called, {
      progress: (percent) => {
        state.textContent = file.name + ' 正在上传 ' + percent + '%';
      },
      waiting: () => {
        state.textContent = file.name + ' 网络断了，恢复以后自动接着传，请不要关闭本页';
      },
      sent: ({ id }) => {
        state.remove();
        PICTURES.set(id, { name: file.name, small });
        name(field, [...named(field), id]);
        draw(field, box);
      },
      failed: (text) => {
        state.className = 'minqing-told minqing-told-problem';
        state.setAttribute('role', 'alert');
        state.textContent = file.name + ' 没有传上：' + (text || '网络不通，请稍后再试。');
      },
    }),
  );
}

function chooser(field) {
  const box = element('div', 'minqing-files');
  const choose = element('input');
  choose.type = 'file';
  choose.multiple = true;
  choose.accept = ACCEPTED;
  choose.id = field.id + '-choose';
  box.choose = choose;
  box.list = element('ul');
  choose.addEventListener('change', () => {
    [...box.querySelectorAll('.minqing-told-problem')].forEach((told) => told.remove());
    [...choose.files].forEach((file) => send(file, field, box));
    choose.value = '';
  });
  box.append(choose, box.list);
  return box;
}

const BOXES = new WeakMap();

function place() {
  // The form library takes the target off a link; whoever looks at a photo goes on with what he was writing.
  document.querySelectorAll('.appeal-files a:not([target])').forEach((link) => {
    link.target = '_blank';
    link.rel = 'noopener';
  });
  document.querySelectorAll(FIELDS).forEach((field) => {
    const group = field.closest('.fjs-input-group') || field;
    let box = BOXES.get(field);
    if (!box || !box.isConnected) {
      box = chooser(field);
      BOXES.set(field, box);
      group.after(box);
      group.hidden = true;
      // A tap on the label is a tap on the button.
      field.closest('.fjs-form-field').querySelector('label')?.setAttribute('for', box.choose.id);
      draw(field, box);
    }
    box.choose.disabled = field.disabled || field.readOnly;
  });
}

export default {
  id: 'minqing.files',
  pluginPoint: 'tasklist.header',
  priority: 4,
  render: () => {
    let waiting = false;
    new MutationObserver(() => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          place();
        });
      }
    }).observe(document.querySelector('.column-right') || document.body,
      { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'readonly'] });
  },
};
