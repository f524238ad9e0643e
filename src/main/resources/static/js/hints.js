// What somebody writes is asked about while he still writes: whom to call before anything else, and which category fits. Nothing
// of it is kept, here or there; without this script he is told once it is filed.

const PAUSE = 700;
const LONGEST = 2000;

async function asked(words) {
  const answer = await fetch('/api/hints', {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {'Accept': 'application/json', 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest'},
    body: words,
  });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.json();
}

/**
 * @param read what is written now: {title, description} and, where nobody is signed in, {locality}
 * @param show gets the answer; null when there is nothing to ask about
 * @returns to be called at each stroke; with true, whoever wrote has left the field and need not pause
 */
export function hintsWhileWriting(read, show) {
  let waiting;
  let last = '';
  let turn = 0;
  async function look() {
    const {title, description, ...where} = read();
    const words = JSON.stringify({...where, title: title.slice(0, LONGEST), description: description.slice(0, LONGEST)});
    if (words === last) {
      return;
    }
    last = words;
    const mine = ++turn;
    try {
      const answer = (title + description).trim() ? await asked(words) : null;
      if (mine === turn) {
        show(answer);
      }
    } catch {
      // Asked too often, or no network: what is shown stays, the next stroke asks again.
      last = '';
    }
  }
  return (left) => {
    clearTimeout(waiting);
    waiting = setTimeout(look, left ? 0 : PAUSE);
  };
}

/** One line for each number, to be called with a tap. */
export function callLines(answer) {
  return (answer?.call ?? []).map(({number}, i) => {
    const link = document.createElement('a');
    link.href = 'tel:' + number;
    link.textContent = answer.words[i];
    return link;
  });
}
