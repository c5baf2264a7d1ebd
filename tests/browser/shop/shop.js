// What a merchant's page has besides the official SDK: calls it, and keeps what became of each call.
window.calls = []
window.closes = 0
document.addEventListener('bootpayclose', () => { window.closes += 1 })

window.call = (name, ...given) => {
  const call = { name, state: 'pending' }
  window.calls.push(call)
  const settle = state => value => Object.assign(call, { state, value })
  try {
    Promise.resolve(window.Bootpay[name](...given)).then(settle('resolved'), settle('rejected'))
  } catch (error) {
    settle('threw')(String(error))
  }
  return window.calls.length - 1
}
