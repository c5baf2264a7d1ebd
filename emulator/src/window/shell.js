// Stands in for the page that Bootpay's apps load: the calls that their scripts make, and no others.
(() => {
  'use strict';
  const API = __API__;
  const DIALECTS = { android: 100, android_react_native: 101, android_flutter: 102, ios: 200, ios_react_native: 201, ios_flutter: 202 };
  const PURPOSES = { requestPayment: 'payment', requestSubscription: 'subscribe', requestAuthentication: 'authentication' };
  const about = { platform_type: 1, sdk_version: '', sdk_type: 0, locale: 'ko', uuid: crypto.randomUUID() };
  let frame = null;
  let parameters = null;
  let pending = null;

  const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

  const encrypted = async (request) => {
    const key = crypto.getRandomValues(new Uint8Array(32));
    const iv = crypto.getRandomValues(new Uint8Array(16));
    const aes = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt']);
    const text = new TextEncoder().encode(JSON.stringify(request));
    const payload = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, aes, text);
    return { payload: base64(new Uint8Array(payload)), token: `${base64(key)}##${base64(iv)}` };
  };

  const post = (action, target, fields) => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action, target });
    for (const [name, value] of Object.entries(fields)) {
      const input = document.createElement('input');
      Object.assign(input, { type: 'hidden', name, value });
      form.append(input);
    }
    document.body.append(form);
    form.submit();
    form.remove();
  };

  const newFrame = (name, style) => {
    const made = document.createElement('iframe');
    made.name = name;
    made.style.cssText = `border:0;${style}`;
    document.body.append(made);
    return made;
  };

  const destroy = () => {
    for (const old of document.querySelectorAll('iframe')) old.remove();
    const wasOpen = frame !== null;
    frame = null;
    parameters = null;
    pending = null;
    if (wasOpen) setTimeout(() => document.dispatchEvent(new CustomEvent('bootpayclose')), 300);
  };

  const wait = () => new Promise((resolve, reject) => {
    pending = { resolve, reject };
  });

  const settle = (how, message) => {
    if (pending) pending[how](message);
    pending = null;
  };

  const hear = {
    setConfirmParameters: (message) => { parameters = message; },
    showPayment: () => { frame.style.display = 'block'; },
    hidePayment: () => { frame.style.display = 'none'; },
    redirect: (message) => { location.href = message.url; },
    // A web view has no popup of its own: the page is shown as a whole.
    popup: (message) => { location.href = message.url; },
    confirm: (message) => {
      parameters = message;
      const { event, receipt_id, order_id, gateway_url, application_id } = message;
      settle('resolve', { event, receipt_id, order_id, gateway_url, application_id });
    },
    done: (message) => { settle('resolve', message); destroy(); },
    issued: (message) => { settle('resolve', message); destroy(); },
    cancel: (message) => { settle('reject', message); destroy(); },
    error: (message) => { settle('reject', message); destroy(); },
    close: destroy,
  };

  addEventListener('message', (event) => {
    const known = [...document.querySelectorAll('iframe')].some((one) => one.contentWindow === event.source);
    if (!known || typeof event.data !== 'string') return;
    let message;
    try {
      message = JSON.parse(event.data);
    } catch (error) {
      return;
    }
    if (message && message.bootpay_event && hear[message.event]) {
      delete message.bootpay_event;
      hear[message.event](message);
    }
  });

  const request = (purpose) => async (payload) => {
    destroy();
    const fields = { ...payload, ...about, sdk: true, ver: 'emulator', env: { width: innerWidth, height: innerHeight } };
    const form = await encrypted(fields);
    frame = newFrame('bootpay-iframe-id', 'position:fixed;inset:0;width:100%;height:100%;display:none');
    post(`${API}/request/${purpose}`, frame.name, form);
    return wait();
  };

  window.Bootpay = {
    setVersion: (version, dialect) => {
      about.sdk_version = version;
      about.sdk_type = DIALECTS[dialect] || 0;
    },
    setDevice: (device) => { about.platform_type = { ANDROID: 2, IOS: 3 }[device] || 1; },
    setUUID: (uuid) => { about.uuid = uuid; },
    setLocale: (locale) => { about.locale = locale; },
    setEnvironmentMode: () => {},
    $analytics: { setAnalyticsData: (data) => { if (data && data.uuid) about.uuid = data.uuid; } },
    confirm: () => {
      if (!parameters) return Promise.reject({ event: 'error', error_code: 'RC_CONFIRM_READY_NOT_YET' });
      const { gateway_url, receipt_id, application_id } = parameters;
      const hidden = newFrame('bootpay-confirm-iframe-id', 'display:none');
      const query = new URLSearchParams({ application_id });
      post(`${gateway_url}/confirm/${receipt_id}?${query}`, hidden.name, { _method: 'put' });
      return wait();
    },
    destroy,
    dismiss: () => {
      settle('reject', { event: 'cancel', error_code: 'RC_CLOSE_WINDOW' });
      destroy();
    },
  };
  for (const [name, purpose] of Object.entries(PURPOSES)) window.Bootpay[name] = request(purpose);
})();
