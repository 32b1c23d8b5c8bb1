#!/usr/bin/env bash
# Starts Chromium as a screen: one page over the whole display, no questions, nothing that a visitor could open.
# It is told where to go over descriptors 3 and 4, which nobody but its watcher holds: there is no network port.
set -euo pipefail

profile=${1:?the folder of its profile}
first_page=${2:?the page to begin with}
size=${3:?width,height}
touch=${4:-}

# A power cut leaves the lock of the browser that was running.
rm -f "$profile"/Singleton*

flags=(
  --kiosk
  --window-position='0,0'
  --window-size="$size"
  --user-data-dir="$profile"
  --remote-debugging-pipe
  # Nobody is there to answer.
  --no-first-run
  --no-default-browser-check
  --noerrdialogs
  --hide-crash-restore-bubble
  --password-store=basic
  --disable-component-update
  # A finger that wipes or pinches must not leave the page.
  --disable-pinch
  --overscroll-history-navigation=0
  --disable-features=Translate
  # Without a window manager nobody says that the window is in sight.
  --disable-background-timer-throttling
  --disable-backgrounding-occluded-windows
  --disable-renderer-backgrounding
  # Old machines have small disks.
  --disk-cache-size=52428800
)
[[ -z $touch ]] || flags+=(--touch-events=enabled)
exec "${LOKET_CHROMIUM:-chromium}" "${flags[@]}" "$first_page"
