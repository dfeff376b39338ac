import type { ReactNode } from 'react'
import { Button, Checkbox, Field, FieldSet, Label, Radio, TextArea, TextInput } from '../onderdelen/amsterdam.ts'
import { leesDatum, schrijfDag } from '../../kern/datum.ts'
import { useSessie } from '../verbinding/vragen.ts'
import type { Fout } from './fouten.ts'
import { haalWeg, voegToe } from './gegevens.ts'
import { aantalIn, veldenIn, veldId, type Enkelveld, type Herhaalveld, type Veld, type Waarden } from './veld.ts'

type Deel = {
  vorm?: string
  waarden: Waarden
  fouten: readonly Fout[]
  zet: (waarden: Waarden) => void
  /** Called when a field that may have changed is left. */
  verlaten: () => void
}

/** Draws the fields of a form that are asked now, in groups where the description says so. */
export function Velden(p: Deel & { velden: readonly Veld[] }): ReactNode {
  const groepen: { kop: string | undefined; velden: Veld[] }[] = []
  for (const veld of p.velden) {
    if (veld.toon && !veld.toon(p.waarden)) continue
    if (veld.groep !== undefined || groepen.length === 0) groepen.push({ kop: veld.groep, velden: [] })
    groepen.at(-1)!.velden.push(veld)
  }
  return groepen.map((g) => (
    <div className="veldgroep" key={g.kop ?? g.velden[0]!.pad}>
      {g.kop && <h2 className="veldgroep__kop">{g.kop}</h2>}
      {g.velden.map((v) =>
        v.soort === 'herhaal' ? <Herhaal key={v.pad} {...p} veld={v} /> : <EenVeld key={v.pad} {...p} veld={v} />,
      )}
    </div>
  ))
}

function Herhaal(p: Deel & { veld: Herhaalveld }): ReactNode {
  const { veld } = p
  const aantal = aantalIn(veld, p.waarden)
  return (
    <div className="herhaal">
      <h3 className="herhaal__kop">
        {veld.label} {!veld.minstensEen && <span className="zacht">(niet verplicht)</span>}
      </h3>
      {veld.hint && <p className="hint">{veld.hint}</p>}
      {Array.from({ length: aantal }, (_, i) => (
        <FieldSet key={i} legend={`${veld.enkelvoud} ${i + 1}`} className="herhaal__een">
          {veldenIn(veld, i).map((v) => (
            <EenVeld key={v.pad} {...p} veld={v} />
          ))}
          {!(veld.minstensEen && aantal === 1) && (
            <button type="button" className="knoplink" onClick={() => p.zet(haalWeg(veld, p.waarden, i))}>
              Haal {veld.enkelvoud.toLowerCase()} {i + 1} weg
            </button>
          )}
        </FieldSet>
      ))}
      {aantal < veld.hooguit && (
        <Button variant="secondary" onClick={() => p.zet(voegToe(veld, p.waarden))}>
          {veld.toevoegen}
        </Button>
      )}
    </div>
  )
}

function EenVeld(p: Deel & { veld: Enkelveld }): ReactNode {
  const { veld } = p
  const id = veldId(veld.pad, p.vorm)
  const fout = p.fouten.find((f) => f.pad === veld.pad)?.melding
  const waarde = p.waarden[veld.pad] ?? ''
  const zet = (nieuw: string) => p.zet({ ...p.waarden, [veld.pad]: nieuw })
  const beschreven = [veld.hint && `${id}-hint`, fout && `${id}-fout`, veld.soort === 'datum' && `${id}-echo`]
    .filter(Boolean)
    .join(' ')
  const kenmerken = {
    id,
    name: veld.pad,
    value: waarde,
    invalid: fout !== undefined,
    'aria-describedby': beschreven || undefined,
    'aria-required': !veld.optioneel,
    onChange: (e: { target: { value: string } }) => zet(e.target.value),
    onBlur: p.verlaten,
    autoComplete: 'off',
  }
  const hulp = (
    <>
      {veld.hint && (
        <p className="hint" id={`${id}-hint`}>
          {veld.hint}
        </p>
      )}
      {fout && <Foutregel id={`${id}-fout`} melding={fout} />}
    </>
  )

  if (veld.soort === 'keuze' || veld.soort === 'jaNee') {
    const opties = veld.soort === 'keuze' ? veld.opties : { ja: veld.ja ?? 'ja', nee: veld.nee ?? 'nee' }
    return (
      <FieldSet
        id={id}
        legend={veld.label}
        optional={veld.optioneel ?? false}
        invalid={fout !== undefined}
        role="radiogroup"
        aria-required={!veld.optioneel}
        aria-describedby={beschreven || undefined}
        aria-invalid={fout !== undefined || undefined}
        className="veld"
        inFieldSet
      >
        {hulp}
        {Object.entries(opties).map(([code, naam]) => (
          <Radio
            key={code}
            name={veld.pad}
            value={code}
            checked={waarde === code}
            invalid={fout !== undefined}
            onChange={() => zet(code)}
            onBlur={p.verlaten}
          >
            {naam}
          </Radio>
        ))}
      </FieldSet>
    )
  }
  if (veld.soort === 'vink')
    return (
      <Field className="veld" invalid={fout !== undefined}>
        <Checkbox
          id={id}
          name={veld.pad}
          checked={waarde === 'ja'}
          invalid={fout !== undefined}
          aria-describedby={beschreven || undefined}
          onChange={(e) => zet(e.target.checked ? 'ja' : '')}
          onBlur={p.verlaten}
        >
          {veld.label}
        </Checkbox>
        {hulp}
      </Field>
    )
  return (
    <Field className="veld" invalid={fout !== undefined}>
      <Label htmlFor={id} optional={veld.optioneel ?? false}>
        {veld.label}
      </Label>
      {hulp}
      {veld.soort === 'verhaal' && <TextArea {...kenmerken} rows={veld.regels ?? 4} />}
      {veld.soort === 'tekst' && (
        <TextInput {...kenmerken} size={veld.breedte ?? 40} inputMode={veld.modus} spellCheck={false} />
      )}
      {veld.soort === 'datum' && (
        <>
          <TextInput {...kenmerken} size={16} inputMode="text" placeholder="" spellCheck={false} />
          <p className="echo" id={`${id}-echo`}>
            {echo(waarde)}
          </p>
        </>
      )}
      {veld.soort === 'lijst' && <Keuzelijst kenmerken={kenmerken} opties={Object.entries(veld.opties)} />}
      {veld.soort === 'gemeente' && <Gemeentelijst kenmerken={kenmerken} veld={veld} />}
    </Field>
  )
}

/** The same sentence as in the summary above the form. */
function Foutregel({ id, melding }: { id: string; melding: string }): ReactNode {
  return (
    <p className="foutregel" id={id}>
      <span className="ams-visually-hidden">Fout: </span>
      {melding}
    </p>
  )
}

/** The day as we understood it: "vrijdag 20 februari 2026". */
function echo(tekst: string): string {
  const gelezen = leesDatum(tekst)
  return 'datum' in gelezen ? schrijfDag(gelezen.datum) : ''
}

type Kenmerken = {
  id: string
  name: string
  value: string
  invalid: boolean
  'aria-describedby': string | undefined
  'aria-required': boolean
  onChange: (e: { target: { value: string } }) => void
  onBlur: () => void
}

function Keuzelijst({ kenmerken, opties }: { kenmerken: Kenmerken; opties: [string, string][] }): ReactNode {
  const { invalid, ...rest } = kenmerken
  return (
    <select {...rest} className="ams-select" aria-invalid={invalid || undefined}>
      <option value="">Kies…</option>
      {opties.map(([code, naam]) => (
        <option key={code} value={code}>
          {naam}
        </option>
      ))}
    </select>
  )
}

function Gemeentelijst({
  kenmerken,
  veld,
}: {
  kenmerken: Kenmerken
  veld: Enkelveld & { soort: 'gemeente' }
}): ReactNode {
  const { gemeenten, regio } = useSessie()
  const { invalid, ...rest } = kenmerken
  const opties = (inRegio: boolean) =>
    gemeenten
      .filter((g) => g.inRegio === inRegio)
      .map((g) => (
        <option key={g.slug} value={g.slug}>
          {g.naam}
        </option>
      ))
  return (
    <select {...rest} className="ams-select" aria-invalid={invalid || undefined}>
      <option value="">Kies een gemeente…</option>
      <optgroup label={`Regio ${regio.naam}`}>{opties(true)}</optgroup>
      {veld.zonder && (
        <optgroup label="Geen gemeente">
          <option value="geen">Geen vaste woonplaats</option>
          <option value="buiten-regio">Een gemeente die niet in de lijst staat</option>
          <option value="buitenland">Buiten Nederland</option>
        </optgroup>
      )}
      {!veld.alleenRegio && <optgroup label="Andere gemeenten">{opties(false)}</optgroup>}
    </select>
  )
}
