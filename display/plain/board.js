/** The lobby board for televisions of 2015: ECMAScript 5, squeezed by the build to 2 KB at most. */
// biome-ignore-all lint: the browsers that this is for know none of what the rules ask for
// biome-ignore-all format: it is measured
(function () {
  var page = document, body = page.body, texts = JSON.parse(body.dataset.said);
  // The hub's time, what the office's clocks are ahead of UTC, and when this machine has heard of it.
  var now, ahead, heard = 0, polls = 0, hold = 0, languages, known, queue = [], fresh, large;

  /** `10:20`, or `2026-11-26 10:20`. */
  function clock(at, withDate) {
    return new Date(+new Date(at) + ahead).toISOString().slice(withDate ? 0 : 11, 16).replace('T', ' ');
  }
  function say(names) {
    var said = languages.map(function (language) {
      return (names[language] || names[languages[0]]).replace(/</g, '&lt;');
    });
    return said[0] + (said[1] == said[0] ? '' : '<i>' + said[1] + '</i>');
  }
  function put(id, html) {
    var place = page.getElementById(id);
    if (place.was != html) place.innerHTML = place.was = html;
  }
  function cell(left, right, marked) {
    return (marked ? '<p class=new><b>' : '<p><b>') + left + '</b>' + right;
  }

  /** Each new call is large for two polls at least, one after the other. */
  function hear(calls) {
    var seen = {};
    calls.slice().reverse().map(function (call) {
      var key = call.callId + call.times;
      if (known && !known[key]) queue.push(call.callId);
      seen[key] = 1;
    });
    known = seen;
    if (hold) hold--;
    if (!hold && (fresh = queue.shift())) hold = queue[0] ? 2 : 4;
    // What was taken back is not large, and what is not new is not marked.
    large = calls.filter(function (call) { return call.callId == fresh; })[0];
    fresh = large && fresh;
    large = large || calls[0] || {};
  }

  function show(view) {
    var open = view.counters.filter(function (one) { return one.state != 'closed'; });
    var names = view.names, office = view.office, closed = view.closed;
    languages = office.languages.filter(function (one) { return texts.counter[one]; });
    languages = languages.concat(languages, 'id', 'id');
    hear(view.calls);
    var shown = {
      office: say(office.name),
      clock: clock(now),
      big: large.number,
      at: large.counter,
      what: large.step && say(names.steps[large.step]),
      opens: closed && closed.opensAt && clock(closed.opensAt, 1),
      last: view.calls.filter(function (one) { return one != large; }).slice(0, 4).map(function (one) {
        return cell(one.number, one.counter, queue.indexOf(one.callId) >= 0);
      }).join(''),
      all: open.map(function (one) {
        return cell(one.counter, one.number || say(texts[one.state]), fresh && large.counter == one.counter);
      }).join(''),
      wait: view.waiting.map(function (one) {
        var told = one.estimate;
        return cell(one.count, say(names.services[one.service]) + '<u>' + say(names.lanes[one.lane]) +
          (told && told.to > now ? ' ' + clock(told.from > now ? told.from : now) + '–' + clock(told.to) : '') + '</u>');
      }).join(''),
      news: view.notices ? say(view.notices[(++polls >> 2) % view.notices.length]) : ''
    };
    for (var id in shown) put(id, shown[id]);
    for (id in texts) put(id, say(texts[id]));
    body.className = (closed ? 'rest' : large.number ? 'big' : 'none') + (fresh ? ' new' : '') +
      (office.rehearsal ? ' test' : '') + (view.stopped ? ' full' : '') + ' n' + (open.length + 7 >> 3);
  }

  function ask() {
    var request = new XMLHttpRequest();
    request.open('GET', '/api/v1/board' + location.search);
    request.timeout = 2500;
    request.onload = function () {
      // Any other answer ends here, and is none.
      var time = request.getResponseHeader('Hub-Time');
      now = new Date(time).toISOString();
      ahead = new Date(time.substr(0, 23) + 'Z') - new Date(now);
      show(JSON.parse(request.responseText));
      heard = Date.now();
    };
    request.send();
  }
  setInterval(ask, 1500);
  setInterval(function () {
    body.id = Date.now() - heard > 2700 ? 'lost' : '';
  }, 250);
  ask();
})();
