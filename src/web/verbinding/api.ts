import type { Probleem } from '../../domein/antwoorden.ts'

const begin = '/api/v1'

/** The server refused: `probleem` has the Dutch sentence, the code and the fields. */
export class Geweigerd extends Error {
  readonly probleem: Probleem
  constructor(probleem: Probleem) {
    super(probleem.detail || probleem.title)
    this.name = 'Geweigerd'
    this.probleem = probleem
  }
}

/** The server was not reached: nothing is known about the outcome. */
export class GeenVerbinding extends Error {
  constructor() {
    super('Er is geen verbinding met de server.')
    this.name = 'GeenVerbinding'
  }
}

export type Verzoek = {
  methode?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** JSON body, or a file sent as its own bytes. */
  lichaam?: unknown
  bestand?: Blob
  /** Version the sender saw; travels as `If-Match`. */
  versie?: number
  /** Same key, same request: a retry after a lost answer is carried out once. */
  sleutel?: string
  signaal?: AbortSignal
}

/** One request to the API. Throws `Geweigerd` for an answer that is no success, `GeenVerbinding` when there is none. */
export async function haal<T>(pad: string, verzoek: Verzoek = {}): Promise<T> {
  const antwoord = await stuur(pad, verzoek)
  if (antwoord.status === 204) return undefined as T
  const tekst = await antwoord.text().catch(() => {
    throw new GeenVerbinding()
  })
  const inhoud = leesJson(tekst)
  if (antwoord.ok && inhoud !== undefined) return inhoud as T
  throw new Geweigerd(probleemVan(inhoud, antwoord.status))
}

async function stuur(pad: string, v: Verzoek): Promise<Response> {
  const koppen: Record<string, string> = { accept: 'application/json' }
  if (v.lichaam !== undefined) koppen['content-type'] = 'application/json'
  if (v.bestand) koppen['content-type'] = v.bestand.type || 'application/octet-stream'
  if (v.versie !== undefined) koppen['if-match'] = `"${v.versie}"`
  if (v.sleutel) koppen['idempotency-key'] = v.sleutel
  try {
    return await fetch(begin + pad, {
      method: v.methode ?? 'GET',
      headers: koppen,
      credentials: 'same-origin',
      body: v.bestand ?? (v.lichaam === undefined ? null : JSON.stringify(v.lichaam)),
      signal: v.signaal ?? null,
    })
  } catch (fout) {
    if (fout instanceof DOMException && fout.name === 'AbortError') throw fout
    throw new GeenVerbinding()
  }
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

function probleemVan(inhoud: unknown, status: number): Probleem {
  if (inhoud && typeof inhoud === 'object' && 'code' in inhoud) return inhoud as Probleem
  return {
    type: 'about:blank',
    title: 'Er is iets stuk bij ons.',
    status,
    detail: 'Er is iets stuk bij ons.',
    code: 'STORING',
    doe: 'Probeer het over 5 minuten opnieuw.',
    kenmerk: String(status),
  }
}

/** A fresh key for `Idempotency-Key`. */
export const nieuweSleutel = (): string => crypto.randomUUID()

export const isCode = (fout: unknown, code: string): fout is Geweigerd =>
  fout instanceof Geweigerd && fout.probleem.code === code
export const isStatus = (fout: unknown, status: number): fout is Geweigerd =>
  fout instanceof Geweigerd && fout.probleem.status === status
