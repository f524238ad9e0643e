// The appeals that somebody chose to keep on this device: number and tracking code, in this browser and nowhere else. Written for
// browsers of many years ago.
(function () {
  'use strict';
  var LIST = 'minqing.mine';
  var MOST = 20;
  var list = document.getElementById('mine');
  var receipt = document.getElementById('receipt');

  function read() {
    try {
      var kept = JSON.parse(window.localStorage.getItem(LIST));
      return Array.isArray(kept) ? kept.filter(function (one) {
        return /^[0-9A-Z]{16}$/.test(one.code);
      }) : [];
    } catch (e) {
      return [];
    }
  }

  function write(kept) {
    try {
      window.localStorage.setItem(LIST, JSON.stringify(kept));
      return true;
    } catch (e) {
      return false;
    }
  }

  function without(code) {
    return read().filter(function (one) {
      return one.code !== code;
    });
  }

  function show() {
    var kept = read();
    var rows = list.querySelector('ul');
    list.hidden = !kept.length;
    rows.textContent = '';
    kept.forEach(function (one) {
      var row = document.createElement('li');
      var link = document.createElement('a');
      var title = document.createElement('strong');
      var remove = document.createElement('button');
      row.className = 'mine';
      link.href = '/track/' + one.code;
      title.textContent = one.title || '';
      link.appendChild(title);
      link.appendChild(document.createTextNode(one.number + ' ' + (one.place || '') + ' ' + (one.day || '')));
      remove.type = 'button';
      remove.className = 'second';
      remove.textContent = list.getAttribute('data-remove');
      remove.setAttribute('aria-label', remove.textContent + ' ' + one.number);
      remove.addEventListener('click', function () {
        write(without(one.code));
        show();
      });
      row.appendChild(link);
      row.appendChild(remove);
      rows.appendChild(row);
    });
  }

  function filed() {
    var save = document.getElementById('save');
    var print = document.getElementById('print');
    var mine = {number: receipt.getAttribute('data-number'), code: receipt.getAttribute('data-code'),
      title: receipt.getAttribute('data-title'), place: receipt.getAttribute('data-place'), day: receipt.getAttribute('data-day')};
    try {
      // It was sent: nothing of it need stay behind.
      window.localStorage.removeItem('minqing.draft');
    } catch (e) {
      // Then there was no draft.
    }
    save.addEventListener('click', function () {
      if (write([mine].concat(without(mine.code)).slice(0, MOST))) {
        save.disabled = true;
        document.getElementById('saved').hidden = false;
      }
    });
    print.addEventListener('click', function () {
      window.print();
    });
    document.getElementById('keep').hidden = false;
  }

  if (window.JSON && window.addEventListener) {
    if (list) {
      show();
    }
    if (receipt) {
      filed();
    }
  }
})();
