// The form of residents in three steps. Written for browsers of many years ago, those inside other apps among them: whatever cannot
// run this shows the three steps as one page. What is typed stays on this device until it is sent; who somebody is does not.
(function () {
  'use strict';
  var form = document.getElementById('filing');
  if (!form || !form.querySelectorAll || !window.addEventListener || !window.JSON || !('hidden' in form)) {
    return;
  }
  var DRAFT = 'minqing.draft';
  var KEPT = 7 * 24 * 60 * 60 * 1000;
  var LAST = 3;
  var fields = form.elements;
  var at = 1;
  var waiting;

  function each(list, act) {
    Array.prototype.forEach.call(list, act);
  }

  function find(id) {
    return document.getElementById(id);
  }

  // Steps

  function stepOf(element) {
    for (var e = element; e && e !== form; e = e.parentNode) {
      if (/^step-\d$/.test(e.id || '')) {
        return Number(e.id.slice(5));
      }
    }
    return 0;
  }

  function show(step) {
    at = step;
    each(form.querySelectorAll('.step'), function (section) {
      section.hidden = stepOf(section) !== step;
    });
    each(find('steps').children, function (mark, i) {
      mark.className = i + 1 === step ? 'current' : i + 1 < step ? 'reached' : '';
      if (i + 1 === step) {
        mark.setAttribute('aria-current', 'step');
      } else {
        mark.removeAttribute('aria-current');
      }
    });
  }

  function nothingSaid() {
    return fields.description.value.replace(/\s/g, '').length < 2;
  }

  // Each step has its own address, so that the back key of a telephone leads to the one before and not away.
  function go(step) {
    var missing = step > 1 && nothingSaid();
    find('nothing-said').hidden = !missing;
    if (missing) {
      fields.description.focus();
    } else if (location.hash === '#step-' + step) {
      arrive();
    } else {
      location.hash = 'step-' + step;
    }
  }

  function arrive() {
    var target = find(decodeURIComponent(location.hash.slice(1)));
    var step = target && stepOf(target) || 1;
    show(step > 1 && nothingSaid() ? 1 : step);
    var more = find('more');
    if (target && more !== target && more.contains(target)) {
      more.open = true;
    }
    if (target && step === at) {
      (target.id === 'step-' + step ? find(target.id + '-title') : target).focus();
      if (target.id === 'step-' + step) {
        window.scrollTo(0, Math.max(0, form.getBoundingClientRect().top + window.pageYOffset - 8));
      }
    }
  }

  // The draft

  function storage() {
    try {
      return window.localStorage;
    } catch (e) {
      return null;
    }
  }

  // Not who somebody is, and not whom he complains about: others may hold this device tomorrow.
  function isKept(field) {
    return field.name && field.type !== 'hidden' && !/^(resident\.|accused|joins|_)/.test(field.name);
  }

  function keep() {
    var draft = {at: Date.now(), locality: fields.locality.value, key: fields.key.value, fields: {}};
    each(fields, function (field) {
      var value = field.type === 'checkbox' ? field.checked : field.value;
      if (isKept(field) && value && own[field.name] !== false) {
        draft.fields[field.name] = value;
      }
    });
    try {
      storage().setItem(DRAFT, JSON.stringify(draft));
    } catch (e) {
      // No room, or not allowed: then it stays in the page only.
    }
  }

  function kept() {
    try {
      var draft = JSON.parse(storage().getItem(DRAFT));
      if (draft && Date.now() - draft.at < KEPT) {
        return draft;
      }
      storage().removeItem(DRAFT);
      return null;
    } catch (e) {
      return null;
    }
  }

  function takeUp(draft) {
    each(fields, function (field) {
      var value = draft.fields[field.name];
      if (!isKept(field) || value === undefined) {
        return;
      }
      if (field.type === 'checkbox') {
        field.checked = value === true;
      } else if (field.tagName !== 'SELECT' || form.querySelector('option[value="' + String(value).replace(/[^\w-]/g, '') + '"]')) {
        field.value = value;
      }
    });
    // The same form: sent twice, it is one appeal.
    if (draft.locality === fields.locality.value && /^[0-9a-f-]{36}$/.test(draft.key)) {
      fields.key.value = draft.key;
    }
    find('draft').hidden = false;
  }

  // What the words hint at

  var asked = '';
  var turn = 0;
  var UNSAID = 'help';
  var own = {category: fields.category.value !== '', type: fields.type.value !== UNSAID, title: fields.title.value !== ''};

  function suggest(name, value) {
    if (!own[name]) {
      fields[name].value = value || '';
    }
  }

  function answered(answer) {
    var calls = find('hint-calls');
    var words = answer ? answer.words.join() : '';
    // Read out once, not at each stroke.
    if (calls.getAttribute('data-words') !== words) {
      calls.setAttribute('data-words', words);
      calls.textContent = '';
      each(answer ? answer.call : [], function (call, i) {
        var link = document.createElement('a');
        link.href = 'tel:' + call.number;
        link.textContent = answer.words[i];
        calls.appendChild(link);
      });
    }
    calls.hidden = !words;
    suggest('category', answer && answer.suggestedCategory && answer.suggestedCategory.code);
    suggest('type', answer && answer.suggestedType || UNSAID);
    suggest('title', answer && answer.suggestedTitle);
    because('category', answer);
    because('type', answer);
  }

  // Which of his own words chose for him; nothing where he chose himself.
  function because(name, answer) {
    var line = find('hint-' + name);
    var word = answer && answer.because && answer.because[name];
    line.hidden = own[name] || !word;
    line.textContent = line.getAttribute('data-because').replace('…', word || '');
  }

  function look() {
    var words = JSON.stringify({locality: fields.locality.value, title: own.title ? fields.title.value.slice(0, 2000) : '',
      description: fields.description.value.slice(0, 2000)});
    if (words === asked) {
      return;
    }
    asked = words;
    var mine = ++turn;
    if (nothingSaid()) {
      answered(null);
      return;
    }
    var request = new XMLHttpRequest();
    request.open('POST', '/api/hints');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.onload = function () {
      if (mine === turn && request.status === 200) {
        answered(JSON.parse(request.responseText));
      } else if (request.status !== 200) {
        asked = '';
      }
    };
    // No network: what is shown stays, the next stroke asks again.
    request.onerror = function () {
      asked = '';
    };
    request.send(words);
  }

  // Who told of it before: he may file his own as part of that, and hears of it in either case

  var told = '';

  function choice(value, words, chosen) {
    var label = document.createElement('label');
    var input = document.createElement('input');
    var said = document.createElement('span');
    label.className = 'choice';
    input.type = 'radio';
    input.name = 'joins';
    input.value = value;
    input.checked = chosen;
    said.textContent = words;
    label.appendChild(input);
    label.appendChild(said);
    find('told-choices').appendChild(label);
  }

  function offer(found) {
    var box = find('told');
    var mark = box.querySelector('input:checked');
    var before = mark ? mark.value : '';
    var stands = false;
    find('told-choices').textContent = '';
    each(found, function (matter) {
      stands = stands || matter.offer && matter.offer === before;
    });
    each(found, function (matter) {
      if (matter.offer) {
        choice(matter.offer, box.getAttribute('data-same') + matter.title + '，' + matter.words + '，' + matter.statusName,
          matter.offer === before);
      } else {
        var line = document.createElement('p');
        line.textContent = matter.title + '，' + matter.words + '，' + matter.statusName;
        find('told-choices').appendChild(line);
      }
    });
    if (found.length) {
      choice('', box.getAttribute('data-other'), !stands);
    }
    box.hidden = !found.length;
  }

  function before() {
    var question = JSON.stringify({locality: fields.locality.value, unit: fields['location.unit'].value,
      category: fields.category.value, description: fields.description.value.slice(0, 2000)});
    if (question === told) {
      return;
    }
    told = question;
    if (!fields['location.unit'].value || !fields.category.value || nothingSaid()) {
      offer([]);
      return;
    }
    var request = new XMLHttpRequest();
    request.open('POST', '/api/similar');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.onload = function () {
      if (question === told) {
        offer(request.status === 200 ? JSON.parse(request.responseText).similar : []);
      }
    };
    request.send(question);
  }

  // Whoever is asked here is not asked once more by the server.
  function askedHere() {
    var mark = form.querySelector('input[name=told]') || form.appendChild(document.createElement('input'));
    mark.type = 'hidden';
    mark.name = 'told';
    mark.value = 'asked';
  }

  function changed(event) {
    var name = event.target.name;
    if (name === 'category' || name === 'title') {
      own[name] = event.target.value !== '';
    }
    if (name === 'type') {
      own.type = true;
    }
    if (own[name] && find('hint-' + name)) {
      find('hint-' + name).hidden = true;
    }
    if (!nothingSaid()) {
      find('nothing-said').hidden = true;
    }
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      keep();
      look();
      before();
    }, event.type === 'change' ? 0 : 700);
  }

  // Where he is

  // West, south, east, north.
  function within(extent, at) {
    var edge = extent.split(' ').map(Number);
    return edge[0] <= at.longitude && edge[1] <= at.latitude && at.longitude <= edge[2] && at.latitude <= edge[3];
  }

  function position() {
    var box = find('position');
    var told = box.querySelector('[role=status]');
    box.hidden = !navigator.geolocation || window.isSecureContext === false;
    box.querySelector('button').addEventListener('click', function () {
      told.textContent = '…';
      navigator.geolocation.getCurrentPosition(function (found) {
        if (!within(box.getAttribute('data-extent'), found.coords)) {
          fields['location.lng'].value = fields['location.lat'].value = '';
          told.textContent = box.getAttribute('data-outside');
          return;
        }
        fields['location.lng'].value = found.coords.longitude.toFixed(6);
        fields['location.lat'].value = found.coords.latitude.toFixed(6);
        told.textContent = box.getAttribute('data-found');
      }, function () {
        told.textContent = box.getAttribute('data-failed');
      }, {enableHighAccuracy: true, timeout: 15000, maximumAge: 60000});
    });
  }

  each(form.querySelectorAll('.moves'), function (moves) {
    moves.hidden = false;
  });
  find('steps').hidden = false;
  each(form.querySelectorAll('[data-go]'), function (button) {
    button.addEventListener('click', function () {
      go(Number(button.getAttribute('data-go')));
    });
  });
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', function (event) {
    // The key of the keyboard that says "go" is pressed early.
    if (at < LAST) {
      event.preventDefault();
      go(at + 1);
    } else {
      keep();
    }
  });
  find('draft').querySelector('button').addEventListener('click', function () {
    try {
      storage().removeItem(DRAFT);
    } catch (e) {
      // Then there is none.
    }
    location.href = location.pathname + location.search;
  });
  window.addEventListener('hashchange', arrive);
  askedHere();
  position();

  var faulty = form.querySelector('.step .problem:not([hidden])');
  var draft = faulty || !nothingSaid() ? null : kept();
  if (draft) {
    takeUp(draft);
    own = {category: !!draft.fields.category, type: !!draft.fields.type && draft.fields.type !== UNSAID, title: !!draft.fields.title};
  }
  if (faulty) {
    show(stepOf(faulty));
    find('more').open = find('more').open || find('more').contains(faulty);
  } else {
    show(Number(form.getAttribute('data-step')));
  }
  // What came back is looked at at once.
  look();
  before();
})();
