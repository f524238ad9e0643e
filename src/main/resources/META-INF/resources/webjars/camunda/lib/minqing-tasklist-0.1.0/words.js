// Tasklist's forms say in English what is wrong, and have no place for another language: their words are replaced on the page.
const WORDS = [
  [/^Field is required\.$/, '必填'],
  [/^Field must match pattern .*$/s, '格式不正确'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1'],
  [/^Field must have minimum length of (.+)\.$/, '至少 $1 个字'],
  [/^Field must have maximum length of (.+)\.$/, '最多 $1 个字'],
  [/^Field must be a valid\s+international phone number.*$/s, '请填写正确的电话号码，带国家区号'],
  [/^Field must be a valid email\.$/, '请填写正确的电子邮箱'],
  [/^Value is not a number\.$/, '请填写数字'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '请填写有效的数，最近的是 $1 和 $2'],
  [/^Select$/, '请选择'],
  [/^Search$/, '搜索'],
  [/^No results$/, '没有找到'],
  [/^All values selected$/, '已全部选择'],
  [/^Add new$/, '添加'],
  [/^Show all \((.+)\)$/, '全部显示（$1）'],
  [/^Collapse$/, '收起'],
  [/^(?:Nothing|No content) to show\.$/, '没有内容'],
  [/^Submit$/, '提交'],
  [/^Reset$/, '重填'],
  [/^Yes$/, '是'],
  [/^No$/, '否'],
  [/^Checked$/, '已勾选'],
  [/^Not checked$/, '未勾选'],
];

/** The Chinese for a literal of the form library; the text itself if it is none. */
export function inChinese(text) {
  const said = text.trim();
  for (const [pattern, chinese] of WORDS) {
    if (pattern.test(said)) {
      return said.replace(pattern, chinese);
    }
  }
  return text;
}

/** Only where the library speaks itself: what officials and residents wrote stays as it is. */
const SPEAKING = '.fjs-form-field-error, .fjs-dropdownlist-empty, .fjs-select-placeholder, .fjs-repeat-render-add,'
  + ' .fjs-repeat-render-add + button, .fjs-table-empty, .fjs-placeholder, .fjs-repeat-render-footer';

function say(place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const chinese = inChinese(text.data);
    if (chinese !== text.data) {
      text.data = chinese;
    }
  }
}

function look(root) {
  root.querySelectorAll(SPEAKING).forEach(say);
  root.querySelectorAll('.fjs-form input[placeholder]').forEach((input) => {
    const chinese = inChinese(input.placeholder);
    if (chinese !== input.placeholder) {
      input.placeholder = chinese;
    }
  });
}

let waiting = false;

new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      look(document);
    });
  }
}).observe(document.documentElement, { subtree: true, childList: true, characterData: true });

// It works by itself, on every form, that of the start dialog included.
export default [];
