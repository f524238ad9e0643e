// Makes a photo smaller and sends a file to the server, for every page on which somebody chooses one. In the words of old
// browsers, because residents have them; pages of staff load the same.
(function () {
  'use strict';

  var EDGE = 2048;
  var SMALL = 160;
  // What one request carries; a larger file goes in parts, each small enough that a poor network loses little with it.
  var AT_ONCE = 20 * 1024 * 1024;
  var PART = 1024 * 1024;
  var PATIENCE = 180000;

  function drawn(image, edge) {
    var by = Math.min(1, edge / Math.max(image.naturalWidth, image.naturalHeight));
    var canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * by));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * by));
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/jpeg', 0.85);
  }

  function bytes(url) {
    var text = window.atob(url.slice(url.indexOf(',') + 1));
    var all = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i++) {
      all[i] = text.charCodeAt(i);
    }
    return new Blob([all], {type: 'image/jpeg'});
  }

  // A photo as this browser shows it; what it cannot show goes as it is, and the server says what is wrong with it.
  // Tells the content, its name and a small picture, empty if there is none.
  function smaller(file, done) {
    if (!/^image\//.test(file.type) && !/\.(jpe?g|png|webp|heic|heif)$/i.test(file.name)) {
      done(file, file.name, '');
      return;
    }
    var reader = new FileReader();
    reader.onload = function () {
      var image = new Image();
      image.onload = function () {
        done(bytes(drawn(image, EDGE)), 'photo.jpg', drawn(image, SMALL));
      };
      image.onerror = function () {
        done(file, file.name, '');
      };
      image.src = reader.result;
    };
    reader.onerror = function () {
      done(file, file.name, '');
    };
    reader.readAsDataURL(file);
  }

  function answerOf(request) {
    try {
      return JSON.parse(request.responseText) || {};
    } catch (e) {
      // Whoever stood between answered in his own words.
      return {};
    }
  }

  // What the server has to say about what it did not take.
  function wordsOf(request) {
    var answer = answerOf(request);
    var problem = answer.errors && answer.errors[0];
    return problem ? problem.zh || problem.message || '' : answer.detail || (request.status ? String(request.status) : '');
  }

  // In parts, by tus 1.0.0: after a broken connection it asks how far the server got and goes on there, by itself.
  function sendInParts(content, name, told) {
    var patience = 1000;

    function ask(method, path, headers, body, done, progress) {
      var request = new XMLHttpRequest();
      request.open(method, path);
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('Tus-Resumable', '1.0.0');
      request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
      for (var header in headers) {
        request.setRequestHeader(header, headers[header]);
      }
      request.timeout = PATIENCE;
      request.onload = request.onerror = request.ontimeout = function () {
        done(request);
      };
      if (progress) {
        request.upload.onprogress = progress;
      }
      request.send(body);
    }

    function mayComeBack(request) {
      return !request.status || request.status === 408 || request.status === 429 || request.status >= 500;
    }

    function later(again) {
      told.waiting();
      var timer = window.setTimeout(now, patience);
      function now() {
        window.clearTimeout(timer);
        window.removeEventListener('online', now);
        again();
      }
      window.addEventListener('online', now);
      patience = Math.min(2 * patience, 30000);
    }

    function begin() {
      var headers = {
        'Upload-Length': String(content.size),
        'Upload-Metadata': 'filename ' + window.btoa(window.unescape(window.encodeURIComponent(name)))
      };
      ask('POST', '/api/uploads', headers, null, function (request) {
        if (request.status === 201) {
          go(request.getResponseHeader('Location'), 0);
        } else if (mayComeBack(request)) {
          later(begin);
        } else {
          told.failed(wordsOf(request), request.status);
        }
      });
    }

    function lookAgain(place) {
      later(function () {
        ask('HEAD', place, {}, null, function (request) {
          if (request.status === 200) {
            go(place, Number(request.getResponseHeader('Upload-Offset')));
          } else if (mayComeBack(request)) {
            lookAgain(place);
          } else {
            // It expired, or turned out to be what is not taken.
            told.failed(wordsOf(request), request.status);
          }
        });
      });
    }

    function go(place, offset) {
      if (offset === content.size) {
        told.sent({id: place.slice(place.lastIndexOf('/') + 1)});
        return;
      }
      var part = content.slice(offset, Math.min(content.size, offset + PART));
      var headers = {'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset)};
      ask('PATCH', place, headers, part, function (request) {
        if (request.status === 204) {
          patience = 1000;
          go(place, Number(request.getResponseHeader('Upload-Offset')));
        } else if (mayComeBack(request) || request.status === 409) {
          lookAgain(place);
        } else {
          told.failed(wordsOf(request), request.status);
        }
      }, function (e) {
        told.progress(Math.round(100 * (offset + e.loaded) / content.size));
      });
    }

    begin();
  }

  // told.progress hears how many percent went out, told.waiting that nobody answers and it will be tried again by itself, told.sent
  // what the server knows of it, and told.failed why not.
  function send(content, name, told) {
    if (content.size > AT_ONCE) {
      sendInParts(content, name, told);
      return;
    }
    var body = new FormData();
    body.append('file', content, name);
    var request = new XMLHttpRequest();
    request.open('POST', '/api/attachments');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.upload.onprogress = function (e) {
      if (e.lengthComputable) {
        told.progress(Math.round(100 * e.loaded / e.total));
      }
    };
    request.onload = function () {
      if (request.status === 201) {
        told.sent(answerOf(request));
      } else {
        told.failed(wordsOf(request), request.status);
      }
    };
    request.onerror = function () {
      told.failed('', 0);
    };
    request.send(body);
  }

  window.minqingFiles = {smaller: smaller, send: send};
})();
