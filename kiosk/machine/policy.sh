#!/usr/bin/env bash
# Prints Chromium's managed policy for a screen of the hub at this origin: ./policy.sh http://loket.local:8080
# It may sound without a touch and show its camera to the hub's pages, and it goes nowhere else.
set -euo pipefail

origin=$1
wait_pages='file:///usr/share/loket-screen/'

# Its watcher asks the page over a pipe, which DeveloperToolsAvailability would forbid; the tools' own page is forbidden
# instead. A file's address allows all that begins like it.

# Over plain HTTP a camera is given to nobody, unless the office says that it trusts this address.
trusted=''
if [[ $origin == http://* ]]; then
  trusted="
  \"OverrideSecurityRestrictionsOnInsecureOrigin\": [\"$origin\"],"
fi

cat <<POLICY
{
  "AutoplayAllowlist": ["$origin"],
  "AudioCaptureAllowed": false,
  "VideoCaptureAllowed": false,
  "VideoCaptureAllowedUrls": ["$origin"],$trusted
  "URLBlocklist": ["*", "devtools://*"],
  "URLAllowlist": ["$origin", "$wait_pages"],
  "HttpsUpgradesEnabled": false,
  "HttpsOnlyMode": "disallowed",
  "DefaultNotificationsSetting": 2,
  "DefaultGeolocationSetting": 2,
  "DefaultPopupsSetting": 2,
  "TranslateEnabled": false,
  "SpellcheckEnabled": false,
  "PasswordManagerEnabled": false,
  "AutofillAddressEnabled": false,
  "AutofillCreditCardEnabled": false,
  "SearchSuggestEnabled": false,
  "AllowDinosaurEasterEgg": false,
  "BookmarkBarEnabled": false,
  "BrowserSignin": 0,
  "SyncDisabled": true,
  "BrowserAddPersonEnabled": false,
  "BrowserGuestModeEnabled": false,
  "IncognitoModeAvailability": 1,
  "ExtensionInstallBlocklist": ["*"],
  "DownloadRestrictions": 3,
  "PrintingEnabled": false,
  "DefaultBrowserSettingEnabled": false,
  "BackgroundModeEnabled": false,
  "MetricsReportingEnabled": false,
  "NetworkPredictionOptions": 2,
  "ComponentUpdatesEnabled": false
}
POLICY
