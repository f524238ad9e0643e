// Common replies, on our own pages and in Tasklist: where a text goes that somebody picks. What he wrote himself is never lost.

const apart = field => field.tagName === 'TEXTAREA' ? '\n' : ' ';

/** The one among them that stands there as it was put in, on lines of its own; null if he changed it, or took none. */
function found(field, offered) {
  const sign = apart(field);
  const value = sign + field.value + sign;
  const [text] = offered
    .filter(it => value.includes(sign + it + sign))
    // One may be the beginning of another.
    .sort((a, b) => b.length - a.length);
  const start = text && value.indexOf(sign + text + sign);
  return text ? {text, start, end: start + text.length} : null;
}

export const standing = (field, offered) => found(field, offered)?.text;

/**
 * Puts a text where the one picked before stands, if nobody changed that; else where the cursor is, beside what was written.
 * The field hears of it as if it had been typed.
 */
export function pick(field, text, offered) {
  const earlier = found(field, offered);
  if (earlier?.text !== text) {
    // Where nobody has been in the field yet, the cursor stands before all that is in it.
    const cursor = field.selectionEnd || field.value.length;
    const {start, end} = earlier ?? {start: cursor, end: cursor};
    const before = field.value.slice(0, start);
    const behind = field.value.slice(end);
    const sign = apart(field);
    const put = (before && !before.endsWith(sign) ? sign : '') + text + (behind && !behind.startsWith(sign) ? sign : '');
    field.setRangeText(put, start, end, 'end');
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
  field.focus();
}
