/** What belongs to a case without moving it: notes, contacts, people around the client, interpreter, files. */
import { z } from 'zod'
import { datum } from '../../../kern/datum.ts'
import { Weigering } from '../../../kern/weigering.ts'
import { eisDatums } from '../../datumregels.ts'
import { type Json, opdracht } from '../../proces.ts'
import { contactmoment, notitie, regelTolk, voegBetrekkingToe, wijsToe } from '../melding.schema.ts'
import { isOpen, type Melding } from '../stand.ts'
import { taakNu } from '../taak.ts'
import { stapPastNiet } from './alleen-bij.ts'

const bestaat = (m: Melding): Weigering | null => (m.stap === 'nieuw' ? new Weigering('NIET_GEVONDEN') : null)
const loopt = (m: Melding): Weigering | null => (isOpen(m) ? null : stapPastNiet(m))

export const noteer = opdracht<Melding, typeof notitie>({
  titel: 'Notitie maken',
  schema: notitie,
  bevoegd: 'betrokken',
  kan: bestaat,
  decideer: (_m, { tekst }, ctx) => [
    { soort: 'genoteerd', geldigOp: ctx.vandaag, feiten: { door: ctx.partij.slug }, inhoud: { tekst } },
  ],
})

export const contact = opdracht<Melding, typeof contactmoment>({
  titel: 'Contact vastleggen',
  schema: contactmoment,
  bevoegd: 'betrokken',
  kan: bestaat,
  decideer: (_m, { datum: op, vorm, met, verslag }, ctx) => {
    eisDatums({ veld: 'datum', label: 'De datum van het contact', waarde: op, vandaag: ctx.vandaag })
    return [
      { soort: 'contactGehad', geldigOp: datum(op), feiten: { vorm, door: ctx.partij.slug }, inhoud: { met, verslag } },
    ]
  },
})

export const betrekkingErbij = opdracht<Melding, typeof voegBetrekkingToe>({
  titel: 'Vertegenwoordiger of contact toevoegen',
  schema: voegBetrekkingToe,
  bevoegd: 'betrokken',
  kan: bestaat,
  decideer: (_m, betrekking, ctx) => {
    eisDatums({ veld: 'van', label: 'De begindatum', waarde: betrekking.van, vandaag: ctx.vandaag })
    return [
      {
        soort: 'betrekkingGemeld',
        geldigOp: ctx.vandaag,
        feiten: { soortBetrekking: betrekking.soort, door: ctx.partij.slug },
        inhoud: { betrekking: { ...betrekking } as unknown as Json },
      },
    ]
  },
})

export const tolk = opdracht<Melding, typeof regelTolk>({
  titel: 'Tolk regelen',
  schema: regelTolk,
  bevoegd: 'betrokken',
  kan: loopt,
  decideer: (_m, { nodig, taal }, ctx) => {
    if (nodig && !taal)
      throw new Weigering('INVOER_ONJUIST', {}, { velden: [{ veld: 'taal', melding: 'Vul de taal in.' }] })
    return [
      {
        soort: 'tolkGeregeld',
        geldigOp: ctx.vandaag,
        feiten: { nodig, door: ctx.partij.slug },
        ...(taal && { inhoud: { taal } }),
      },
    ]
  },
})

export const toewijzing = opdracht<Melding, typeof wijsToe>({
  titel: 'Behandelaar kiezen',
  schema: wijsToe,
  // Within the organisation that is to act, among those who have the task: anyone else could not go on with it.
  bevoegd: (m) => ({ taak: taakNu(m) ?? 'onderzoek' }),
  vraagt: ({ behandelaar }, m) =>
    behandelaar ? { collega: { gebruiker: behandelaar, taak: taakNu(m) ?? 'onderzoek' } } : {},
  kan: loopt,
  decideer: (_m, { behandelaar }, ctx) => {
    if (behandelaar && !ctx.register.collega)
      throw new Weigering(
        'INVOER_ONJUIST',
        {},
        {
          velden: [{ veld: 'behandelaar', melding: 'Kies een collega van je eigen organisatie die deze taak heeft.' }],
        },
      )
    return [{ soort: 'toegewezen', geldigOp: ctx.vandaag, feiten: { behandelaar, door: ctx.partij.slug } }]
  },
})

/** The bytes lie in `document_inhoud`; the journal keeps what proves them (D9). Sent by the upload route only. */
export const documentfeiten = z.strictObject({
  document: z.uuid(),
  naam: z.string().min(1).max(200),
  mime: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  grootte: z.int().positive(),
})
export const documentErbij = opdracht<Melding, typeof documentfeiten>({
  titel: 'Document toevoegen',
  schema: documentfeiten,
  bevoegd: 'betrokken',
  kan: bestaat,
  decideer: (_m, { naam, ...feiten }, ctx) => [
    {
      soort: 'documentToegevoegd',
      geldigOp: ctx.vandaag,
      feiten: { ...feiten, door: ctx.partij.slug, wie: ctx.gebruiker },
      inhoud: { naam },
    },
  ],
})
