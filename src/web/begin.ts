// Dates in the browser are Temporal dates; a browser without Temporal gets it before anything else runs.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const { start } = await import('./app.tsx')
start(document.getElementById('scherm')!)
