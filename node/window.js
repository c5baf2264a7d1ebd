// Generated: `make generate`.
'use strict'

const { payment, subscription, authentication, scripts, shell, form, decryptForm, parse, closes, decide, manifest } = require('./index.js').window

module.exports = { payment, subscription, authentication, scripts, shell, form, decryptForm, parse, closes, decide, manifest }
