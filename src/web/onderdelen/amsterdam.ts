// The Amsterdam components we use. Taken one by one: the package index would pull in every
// component, and with them the icon set, which the EUPL does not cover.
export { Button } from '@amsterdam/design-system-react/dist/Button/index.js'
export { Checkbox } from '@amsterdam/design-system-react/dist/Checkbox/index.js'
export { Field } from '@amsterdam/design-system-react/dist/Field/index.js'
export { FieldSet } from '@amsterdam/design-system-react/dist/FieldSet/index.js'
export { Label } from '@amsterdam/design-system-react/dist/Label/index.js'
export { Radio } from '@amsterdam/design-system-react/dist/Radio/index.js'
export { Select } from '@amsterdam/design-system-react/dist/Select/index.js'
export { SkipLink } from '@amsterdam/design-system-react/dist/SkipLink/index.js'
export { TextArea } from '@amsterdam/design-system-react/dist/TextArea/index.js'
export { TextInput } from '@amsterdam/design-system-react/dist/TextInput/index.js'
