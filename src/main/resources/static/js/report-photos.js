// Photos on the page of whoever is out and about: each is made smaller and kept on this telephone until it is sent.
import {dropPhotos, keepPhoto, photosOf} from './photos.js';

/** As much as one request carries; a longer film is sent from where there is a network. */
const LARGEST = 20 * 1024 * 1024;

/**
 * @param taken keys of photos that belong to what was filed already
 * @param newKey makes a key
 */
export function photosFor(form, person, taken, newKey) {
  const box = form.querySelector('[data-attachments]');
  const choose = box.querySelector('input[type=file]');
  const list = box.querySelector('ul');
  const ids = box.querySelector('input[type=hidden]');
  const words = box.dataset;
  let chosen = [];

  function line(text, small, className) {
    const item = document.createElement('li');
    item.className = className ?? '';
    if (small) {
      item.append(Object.assign(document.createElement('img'), {alt: '', src: small}));
    }
    item.append(Object.assign(document.createElement('span'), {textContent: text}));
    const remove = Object.assign(document.createElement('button'), {type: 'button', className: 'second', textContent: words.remove});
    item.append(remove);
    list.append(item);
    return {item, remove};
  }

  function show(photo) {
    const {item, remove} = line(`${photo.name} 已存在这部手机上`, photo.small);
    chosen.push(photo.key);
    remove.addEventListener('click', () => {
      chosen = chosen.filter(key => key !== photo.key);
      dropPhotos([photo.key]);
      item.remove();
      choose.focus();
    });
  }

  function refuse(name, why) {
    const {item, remove} = line(words.failed.replace('{0}', name).replace('{1}', why), '', 'bad');
    remove.addEventListener('click', () => item.remove());
  }

  async function keep(file) {
    const [content, name, small] = await new Promise(done => window.minqingFiles.smaller(file, (...made) => done(made)));
    if (content.size > LARGEST) {
      refuse(file.name, '太大，请缩短以后再选');
      return;
    }
    // Not the file itself: some telephones forget where it lay.
    const bytes = await content.arrayBuffer();
    const photo = {key: newKey(), person, at: Date.now(), name, type: content.type, bytes, small};
    if (await keepPhoto(photo)) {
      show({...photo, name: file.name});
    } else {
      refuse(file.name, '这部手机存不下了，腾出空间再选；文字照样可以登记');
    }
  }

  choose.addEventListener('change', async () => {
    const files = [...choose.files];
    choose.value = '';
    for (const file of files) {
      await keep(file).catch(() => refuse(file.name, '这部手机打不开它'));
    }
  });
  choose.removeAttribute('name');
  ids.disabled = true;
  photosOf(person).then(all => all.filter(({key}) => !taken().includes(key)).forEach(show));

  return {
    /** What goes with the report that is filed now; the page has none after that. */
    take() {
      const keys = chosen;
      chosen = [];
      list.replaceChildren();
      return keys;
    },
    /** Those of a report that is mended stand on the page again. */
    async give(keys) {
      (await photosOf(person)).filter(({key}) => keys.includes(key)).forEach(show);
    },
  };
}
