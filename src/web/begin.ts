// Dates in the browser are Temporal dates; a browser without Temporal gets it before anything else runs.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
// The checks of forms may not build code from text: the content security policy forbids it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
const { start } = await import('./app.tsx')
start(document.getElementById('scherm')!)
