// A program that uses the embedded database, for the tests to kill: node gebruik.ts <map> <rij> [blijf]
import { startIngebed } from '../../src/opslag/ingebed/start-ingebed.ts'
import { maakClient } from '../../src/opslag/verbinding.ts'
import { testBinaries } from '../databank.ts'

const [map, rij, blijf] = process.argv.slice(2)
const { eigenaarUrl, gestart } = await startIngebed({ map: map!, log: console.error, ...testBinaries() })
const client = await maakClient(eigenaarUrl)
await client.query('CREATE TABLE IF NOT EXISTS proef (rij text)')
await client.query('INSERT INTO proef VALUES ($1)', [rij])
await client.end()
console.log(gestart)
if (blijf) setInterval(() => undefined, 1000)
