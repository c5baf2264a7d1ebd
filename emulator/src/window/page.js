(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  // A browser that does not say what a document is for: the page took itself for the whole tab, and is in a frame.
  if (data.role === 'top' && window.parent !== window) {
    window.location.replace(`${window.location.pathname}?role=frame`);
    return;
  }
  const listener = { frame: window.parent, popup: window.opener }[data.role];

  const tell = (message) => {
    if (listener && listener !== window) listener.postMessage(JSON.stringify(message), '*');
  };

  // An app's web view takes the messages of a page at the top level, each by its own bridge.
  const bridge = () => {
    const apple = window.webkit && window.webkit.messageHandlers && window.webkit.messageHandlers.Bootpay;
    if (window.Android && window.Android.redirectEvent) return (text) => window.Android.redirectEvent(text);
    const channel = window.BootpayFlutterWebView || window.BootpayRNWebView || apple;
    return channel && ((text) => channel.postMessage(text));
  };

  const finish = () => {
    if (data.lost) return;
    const app = data.inApp && data.role === 'top' && bridge();
    if (!app) {
      data.messages.forEach(tell);
      if (data.go) window.location.replace(data.go);
      return;
    }
    if (data.confirm) {
      window.Bootpay = {
        confirm: () => {
          document.getElementById('confirm').submit();
          // The page that follows reports to the app: a promise that settled would report twice.
          return new Promise(() => {});
        },
        destroy: () => {},
        dismiss: () => {},
      };
    }
    data.messages.forEach((message) => app(JSON.stringify(message)));
  };

  for (const button of document.querySelectorAll('[data-tell]')) {
    button.addEventListener('click', () => {
      tell(JSON.parse(button.dataset.tell));
      if (button.dataset.shows) document.getElementById(button.dataset.shows).hidden = false;
    });
  }

  if (data.watch) {
    const timer = setInterval(async () => {
      try {
        const state = await (await fetch(data.watch)).json();
        if (!state.open) {
          clearInterval(timer);
          window.location.replace(data.look);
        }
      } catch (error) {
        // The emulator is gone, or restarts.
      }
    }, 1000);
  }

  finish();
  if (data.closes) window.close();
})();
