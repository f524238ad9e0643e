// Lets this telephone be told through the push service of its maker. Only where the browser has it.
import {startKeeping} from './keeping.js';

const place = document.getElementById('push');
const form = document.getElementById('push-on');
const cannot = document.getElementById('push-cannot');

function say(text) {
  cannot.textContent = text;
  cannot.hidden = false;
}

async function subscription() {
  await startKeeping();
  const {pushManager} = await navigator.serviceWorker.ready;
  // Whoever had this browser before may have another one.
  await (await pushManager.getSubscription())?.unsubscribe();
  return pushManager.subscribe({userVisibleOnly: true, applicationServerKey: place.dataset.key});
}

async function begin() {
  if (await Notification.requestPermission() !== 'granted') {
    say('浏览器没有允许本站发通知。请在浏览器或手机的设置里允许，再点一次。');
    return;
  }
  try {
    const {endpoint, keys} = (await subscription()).toJSON();
    form.elements.endpoint.value = endpoint;
    form.elements.p256dh.value = keys.p256dh;
    form.elements.auth.value = keys.auth;
    form.submit();
  } catch {
    say('连不上这个浏览器的推送服务，没有打开。可以换一个浏览器，或用短信、邮件。');
  }
}

if (form && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) {
  cannot.hidden = true;
  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    begin();
  });
}
