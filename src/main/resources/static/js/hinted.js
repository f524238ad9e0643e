// Beside the pages on which staff take an appeal down: what the words hint at.
import {callLines, hintsWhileWriting} from './hints.js';

const UNSAID = 'help';

/**
 * Looks at the words while they are written; category and type follow them until somebody chooses himself.
 *
 * @returns to be called when the form is emptied
 */
export function hintsFor(form) {
  const {description, category} = form.elements;
  const title = form.elements.title ?? {value: ''};
  const calls = document.getElementById('hint-calls');
  const suggested = document.querySelector('#category-suggested span');
  const type = form.elements.type;
  const typed = document.querySelector('#type-suggested span');
  let ownType = !type || !typed || type.value !== UNSAID;
  let mine = category.value !== '' && category.dataset.suggested === undefined;

  function show(answer) {
    const lines = callLines(answer);
    // Read out once, not at each stroke.
    if (lines.map(line => line.textContent).join() !== [...calls.children].map(line => line.textContent).join()) {
      calls.replaceChildren(...lines);
    }
    calls.hidden = !lines.length;
    if (!mine) {
      category.value = answer?.suggestedCategory?.code ?? '';
      because(suggested, answer?.because?.category);
    }
    if (!ownType) {
      type.value = answer?.suggestedType ?? UNSAID;
      because(typed, answer?.because?.type);
    }
  }

  /** For the sake of which word it was chosen. */
  function because(line, word) {
    line.hidden = !word;
    line.textContent = line.dataset.because.replace('…', word ?? '');
  }

  const changed = hintsWhileWriting(() => ({title: title.value, description: description.value}), show);
  description.addEventListener('input', () => changed());
  description.addEventListener('change', () => changed(true));
  category.addEventListener('change', () => {
    mine = category.value !== '';
    suggested.hidden = true;
  });
  type?.addEventListener('change', () => {
    ownType = true;
    if (typed) {
      typed.hidden = true;
    }
  });
  if (description.value) {
    changed(true);
  }
  return () => {
    mine = false;
    ownType = !type || !typed;
    show(null);
  };
}
