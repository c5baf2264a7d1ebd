'use strict'

module.exports = {
  mode: 'production',
  target: 'node',
  entry: './pay.cjs',
  output: { filename: 'pay.cjs' },
  externals: { 'bootpay-core': 'commonjs bootpay-core' }
}
