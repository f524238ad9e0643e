// What Tasklist sends to the engine: its refusals are said in Chinese, and whoever asks is told that a task was completed.
const SAYINGS = [
  [/填写的内容有误：?.*/s, null],
  [/[^。]*[\u4e00-\u9fff][^。]*。/, null],
  [/already claimed|claimed by (?:someone|somebody) else/i, '这项任务刚刚被别人认领了。'],
  [/Cannot find task|does not exist|task is null|No matching task/i, '这项任务已经办完或转走了，请看下一件。'],
  [/OptimisticLocking|updated by another transaction|ENGINE-03005/i, '刚刚有人或定时任务处理了同一件诉求，请刷新后再试。'],
  [/suspended/i, '这件诉求的办理暂停了，请联系管理员。'],
  [/not authorized|permission|AuthorizationException/i, '没有找到，或您无权办理。'],
  [/Unauthorized|HTTP 401/i, '登录已过期，请重新登录。'],
  [/Failed to fetch|NetworkError|timeout/i, '网络不通，请稍后再试。'],
];

/** The message of an answer of the engine as an official can read it. */
export function chinese(message) {
  const text = String(message || '');
  for (const [pattern, saying] of SAYINGS) {
    const found = text.match(pattern);
    if (found) {
      return saying || found[0].replace(/^.*?(?=[\u4e00-\u9fff])/s, '').replace(/[A-Za-z][A-Za-z ,.']*$/, '').trim();
    }
  }
  return '没有办成，请稍后再试；一直不行请联系管理员。';
}

/** Who fills in a form has seen its task: that it is not there any more means that somebody else did it. */
function overtaken(message) {
  const said = chinese(message);
  return /没有找到/.test(said) ? '这项任务已经办完或转走了，可能是别人刚刚办的，您填的没有提交。请看下一件。' : said;
}

function wrap(resource, name, done, say = chinese) {
  const send = resource[name];
  resource[name] = function (...given) {
    const last = given[given.length - 1];
    if (typeof last === 'function') {
      given[given.length - 1] = (problem, ...answer) => {
        if (problem) {
          problem.message = say(problem.message);
        } else if (done) {
          done(given);
        }
        last(problem, ...answer);
      };
      return send.apply(this, given);
    }
    const sent = send.apply(this, given);
    return sent && sent.then
      ? sent.then(
          (answer) => {
            if (done) {
              done(given);
            }
            return answer;
          },
          (problem) => {
            problem.message = say(problem.message);
            throw problem;
          },
        )
      : sent;
  };
}

/** @param tasks the engine's own client, shared by all of Tasklist */
export function listen(tasks, completed) {
  for (const name of ['claim', 'unclaim', 'get', 'form', 'formVariables']) {
    wrap(tasks, name);
  }
  wrap(tasks, 'submitForm', (given) => completed(given[0] && given[0].id), overtaken);
}

let heard = false;

export default {
  id: 'minqing.engine',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1,
  render: () => {
    if (!heard) {
      heard = true;
      const tasks = window.angular.element(document.documentElement).injector().get('camAPI').resource('task');
      listen(tasks, (id) => window.dispatchEvent(new CustomEvent('minqing:completed', { detail: id })));
    }
  },
};
