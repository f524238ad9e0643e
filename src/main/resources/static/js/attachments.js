// Beside each place where photos are chosen: each is made smaller, sent at once and named in the form, so that a broken connection
// costs one photo and not what was written. In the words of old browsers; without it the files go with the form.
(function () {
  'use strict';

  var files = window.minqingFiles;
  var waiting = 0;
  var submitted = null;
  // Ends what is being recorded; null while nothing is.
  var stopRecording = null;
  var VOICE = 'audio/mp4';
  var LONGEST = 60000;

  function formOf(place) {
    var form = place.parentNode;
    while (form && form.tagName !== 'FORM') {
      form = form.parentNode;
    }
    return form;
  }

  function finished() {
    waiting--;
    if (submitted && !waiting) {
      submitted.submit();
    }
  }

  function start(box) {
    var choose = box.querySelector('input[type=file]');
    var ids = box.querySelector('input[type=hidden]');
    var list = box.querySelector('ul');
    var words = box.dataset;

    function named() {
      return ids.value ? ids.value.split(',') : [];
    }

    function name(all) {
      ids.value = all.join(',');
      // For whoever keeps what is typed.
      var changed = document.createEvent('Event');
      changed.initEvent('input', true, false);
      ids.dispatchEvent(changed);
    }

    function line(text) {
      var item = document.createElement('li');
      var state = document.createElement('span');
      state.textContent = text;
      item.appendChild(state);
      list.appendChild(item);
      return {item: item, state: state};
    }

    function preview(shown, small) {
      if (small) {
        var image = document.createElement('img');
        image.alt = '';
        image.src = small;
        shown.item.insertBefore(image, shown.state);
      }
    }

    function removable(shown, gone) {
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'second';
      button.textContent = words.remove;
      button.onclick = function () {
        if (gone.length) {
          name(named().filter(function (id) { return gone.indexOf(id) < 0; }));
        }
        list.removeChild(shown.item);
        choose.focus();
      };
      shown.item.appendChild(button);
    }

    function send(file, shown) {
      waiting++;
      files.smaller(file, function (content, called, small) {
        preview(shown, small);
        files.send(content, called, {
          progress: function (percent) {
            shown.state.textContent = words.sending.replace('{0}', file.name) + ' ' + percent + '%';
          },
          waiting: function () {
            shown.state.textContent = words.waiting.replace('{0}', file.name);
          },
          sent: function (answer) {
            name(named().concat(answer.id));
            shown.state.textContent = words.sent.replace('{0}', file.name);
            removable(shown, [answer.id]);
            finished();
          },
          failed: function (text) {
            shown.item.className = 'bad';
            shown.state.textContent = words.failed.replace('{0}', file.name).replace('{1}', text);
            removable(shown, []);
            finished();
          }
        });
      });
    }

    // Only where the browser records what every other one plays.
    function recorder() {
      var Recorder = window.MediaRecorder;
      var devices = navigator.mediaDevices;
      if (!words.record || !Recorder || !devices || !devices.getUserMedia || !Recorder.isTypeSupported || !Recorder.isTypeSupported(VOICE)) {
        return;
      }
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'second';
      button.textContent = words.record;
      button.onclick = function () {
        if (stopRecording) {
          stopRecording();
          return;
        }
        button.disabled = true;
        devices.getUserMedia({audio: true}).then(function (stream) {
          begin(new Recorder(stream, {mimeType: VOICE, audioBitsPerSecond: 32000}), stream);
        }, function () {
          button.disabled = false;
          var shown = line(words.denied);
          shown.item.className = 'bad';
          removable(shown, []);
        });
      };
      box.insertBefore(button, list);

      function begin(running, stream) {
        var parts = [];
        var timer = window.setTimeout(end, LONGEST);
        function end() {
          running.stop();
        }
        running.ondataavailable = function (e) {
          parts.push(e.data);
        };
        running.onstop = function () {
          window.clearTimeout(timer);
          stream.getTracks().forEach(function (track) { track.stop(); });
          stopRecording = null;
          button.textContent = words.record;
          var voice = new Blob(parts, {type: VOICE});
          voice.name = words.voice + '.m4a';
          send(voice, line(words.sending.replace('{0}', voice.name)));
          waiting--;
        };
        // Who sends the form off while he speaks sends that as well.
        waiting++;
        stopRecording = end;
        running.start();
        button.disabled = false;
        button.textContent = words.stop;
      }
    }

    recorder();
    choose.removeAttribute('name');
    // What came with an earlier try, or from a draft: nobody is stuck with what has died meanwhile.
    list.textContent = '';
    if (ids.value) {
      removable(line(words.kept.replace('{0}', named().length)), named());
    }
    choose.addEventListener('change', function () {
      Array.prototype.forEach.call(choose.files, function (file) {
        send(file, line(words.sending.replace('{0}', file.name)));
      });
      choose.value = '';
    });
  }

  function startForm(form) {
    // What goes with the form is what was sent already.
    form.removeAttribute('enctype');
    // Who is quicker than his photos waits for them, and need not press again.
    form.addEventListener('submit', function (e) {
      // Not where the key that says "go" leads to the next step only, nor where the button leads elsewhere.
      if (waiting && !e.defaultPrevented && !(e.submitter && e.submitter.hasAttribute('formaction'))) {
        submitted = form;
        e.preventDefault();
        if (stopRecording) {
          stopRecording();
        }
      }
    });
  }

  if (!files || !window.FormData || !window.XMLHttpRequest) {
    return;
  }
  var forms = [];
  Array.prototype.forEach.call(document.querySelectorAll('[data-attachments]'), function (box) {
    var form = formOf(box);
    start(box);
    if (forms.indexOf(form) < 0) {
      forms.push(form);
      startForm(form);
    }
  });
})();
