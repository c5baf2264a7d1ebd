/**
 * The bridges of apps, as a page in a web view sees them: for each dialect a function that runs in the page and hands
 * `window.played(channel, body)` what the page sends, as native code receives it. Those of the official SDKs are for
 * Bootpay's page with core's scripts, and the one of core's own page is beside them.
 */
function android () {
  const bridge = {}
  for (const channel of ['message', 'confirm', 'done', 'issued', 'cancel', 'error', 'close', 'redirectEvent']) {
    bridge[channel] = text => { window.played(channel, String(text)) }
  }
  window.Android = bridge
}

function flutter () {
  const events = ['Confirm', 'Done', 'Issued', 'Cancel', 'Error', 'Close', 'FlutterWebView']
  for (const channel of ['', ...events].map(name => `Bootpay${name}`)) {
    // Bootpay's own script takes the first name for itself.
    window[channel] = { postMessage: text => { window.played(channel, String(text)) } }
  }
}

// A WKWebView hands an object on as it is.
function ios () {
  window.webkit = { messageHandlers: { Bootpay: { postMessage: body => { window.played('Bootpay', body) } } } }
}

function reactNative () {
  for (const channel of ['BootpayRNWebView', 'ReactNativeWebView']) {
    window[channel] = { postMessage: text => { window.played(channel, String(text)) } }
  }
}

const PHONES = {
  android: 'Mozilla/5.0 (Linux; Android 14; SM-S911N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/156.0.0.0 Mobile Safari/537.36',
  ios: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'
}

/** By core's name of a dialect. */
export const DIALECTS = {
  android: { bridge: android, phone: PHONES.android, platform: 'android' },
  android_flutter: { bridge: flutter, phone: PHONES.android, platform: 'android' },
  ios: { bridge: ios, phone: PHONES.ios, platform: 'ios' },
  ios_react_native: { bridge: reactNative, phone: PHONES.ios, platform: 'ios' }
}
