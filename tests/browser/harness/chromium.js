import { chromium } from 'playwright-core'
import { installed } from './find.js'

// Chromium asks for updates, its own services and QUIC at every start; a machine without a network then waits.
const QUIET = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'
]

/** Starts a headless Chromium with an empty profile; `flags` come last. */
export async function launch (flags = []) {
  const executablePath = installed()
  if (!executablePath) throw new Error('chromium is missing: install Debian\'s package chromium, or name one in BOOTPAY_CHROMIUM')
  // Chromium refuses to start its own confinement as root.
  return chromium.launch({
    executablePath, headless: true, timeout: 30_000, chromiumSandbox: process.getuid?.() !== 0, args: [...QUIET, ...flags]
  })
}
