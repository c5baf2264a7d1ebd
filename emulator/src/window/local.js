// Points @bootpay/client-js at the emulator that serves this script. Load it after the SDK; with a bundler, too.
(() => {
  const addresses = __ADDRESSES__;
  const point = () => {
    const environment = window.Bootpay && window.Bootpay.$environment;
    if (!environment) return false;
    for (const name of Object.keys(addresses)) environment[name].production = addresses[name];
    return true;
  };
  if (point()) return;
  // A bundle may still be on its way.
  let tries = 0;
  const timer = setInterval(() => {
    tries += 1;
    if (point()) return clearInterval(timer);
    if (tries === 200) {
      clearInterval(timer);
      console.error('bootpay-emulator: window.Bootpay did not appear within 10 seconds; is @bootpay/client-js loaded?');
    }
  }, 50);
})();
