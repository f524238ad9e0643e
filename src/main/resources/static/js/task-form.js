// The form of a task: fields that come and go with the choices made, and chips that fill in common replies.
import {pick, standing} from './replies.js';

const fields = form => [...form.querySelectorAll('[data-field]')];

const controls = field => [...field.querySelectorAll('input, select, textarea')];

/** What is chosen in a field; empty text for nothing, "true" for a ticked box. */
function choice(field) {
  const all = controls(field);
  const ticked = all.filter(control => /radio|checkbox/.test(control.type));
  return ticked.length ? ticked.find(control => control.checked)?.value ?? '' : all[0]?.value ?? '';
}

/** Which fields are shown was worked out by the server for every combination of choices; here it is looked up. */
export function showWhatBelongs(form) {
  const choices = {};
  for (const field of fields(form)) {
    const when = field.dataset.shownWhen && JSON.parse(field.dataset.shownWhen);
    const made = when && when.on.map(key => choices[key] ?? '');
    const shown = !when || when.answers.some(answers => answers.every((answer, i) => answer === made[i]));
    field.hidden = !shown;
    field.disabled = !shown;
    controls(field).forEach(control => { control.disabled = !shown; });
    choices[field.dataset.field] = shown ? choice(field) : '';
  }
}

/** What was typed, by name; choices as the list of what is ticked. A telephone number stays on no device. */
export function typed(form) {
  const values = {};
  for (const field of fields(form)) {
    values[field.dataset.field] = controls(field).map(control =>
      /radio|checkbox/.test(control.type) ? (control.checked ? control.value : null)
        : control.inputMode === 'tel' || control.type === 'file' ? '' : control.value);
  }
  return values;
}

export function fill(form, values) {
  for (const field of fields(form)) {
    const value = values[field.dataset.field];
    controls(field).forEach((control, i) => {
      if (!Array.isArray(value) || value.length !== controls(field).length) {
        return;
      }
      if (/radio|checkbox/.test(control.type)) {
        control.checked = value[i] === control.value;
      } else if (control.type !== 'file') {
        control.value = value[i] ?? '';
      }
    });
  }
}

/** What stands in a field from among its chips is marked. */
export function offerReplies(form) {
  for (const group of form.querySelectorAll('[data-fills]')) {
    const control = form.elements[group.dataset.fills];
    const chips = [...group.querySelectorAll('.chip')];
    const offered = chips.map(chip => chip.textContent);
    const mark = () => {
      const taken = standing(control, offered);
      chips.forEach(chip => chip.setAttribute('aria-pressed', String(chip.textContent === taken)));
    };
    group.hidden = false;
    control.addEventListener('input', mark);
    group.addEventListener('click', event => {
      const chip = event.target.closest('.chip');
      if (chip) {
        pick(control, chip.textContent, offered);
      }
    });
    mark();
  }
}
