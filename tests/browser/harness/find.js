import { execFileSync } from 'node:child_process'

/** The installed Chromium or Chrome, which BOOTPAY_CHROMIUM may name; undefined without one. */
export function installed () {
  const names = [process.env.BOOTPAY_CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].filter(Boolean)
  for (const name of names) {
    try {
      return execFileSync('sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).trim()
    } catch {
      // Not this one.
    }
  }
}
