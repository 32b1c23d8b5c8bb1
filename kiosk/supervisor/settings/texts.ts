/** The texts of the settings page, by language. */
import { dictionaryOf, textsIn } from '../../../display/lib/i18n.ts';
import type { FieldTexts } from '../../../display/lib/languages/office-fields/id.ts';
import type { SettingsTexts } from '../../../display/lib/languages/settings/id.ts';

export const settingsDictionaries = dictionaryOf(
  import.meta.glob<SettingsTexts>('../../../display/lib/languages/settings/*.ts', {
    eager: true,
    import: 'texts',
  }),
);
export const fieldDictionaries = dictionaryOf(
  import.meta.glob<FieldTexts>('../../../display/lib/languages/office-fields/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const settingsTexts = (language: string): SettingsTexts => textsIn(settingsDictionaries, language);
export const fieldTexts = (language: string): FieldTexts => textsIn(fieldDictionaries, language);
