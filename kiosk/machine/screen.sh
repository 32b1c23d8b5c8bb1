#!/usr/bin/env bash
# What runs on the display of a screen: keeps it lit and turned the right way, the sound up, the browser on the hub's
# page, and begins anew whatever hangs. Settings are in /etc/loket-screen.conf.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
# shellcheck source=/dev/null
source "${LOKET_SCREEN_CONF:-/etc/loket-screen.conf}"
# shellcheck source=kiosk/machine/talk.sh
source "$here/talk.sh"

: "${HUB:?}" "${PAGE:?}" "${ROTATE:=normal}" "${VOLUME:=80}" "${EVERY:=5}" "${PATIENCE:=10}" "${PROFILE:=$HOME/.loket-screen}"
wait_page="file://${WAIT_PAGE:-/usr/share/loket-screen/wait.html}"
browser=''

prepare_display() {
  xset s off s noblank -dpms || true
  local output
  output=$(xrandr | awk '$2 == "connected" { print $1; exit }')
  if [[ -n $output && $ROTATE != normal ]]; then
    xrandr --output "$output" --rotate "$ROTATE" || echo "the display does not turn to $ROTATE"
    turn_touch
  fi
}

# A finger on a turned display means the place that it touches.
turn_touch() {
  local matrix device
  case $ROTATE in
    left) matrix='0 -1 1 1 0 0 0 0 1' ;;
    right) matrix='0 1 0 -1 0 1 0 0 1' ;;
    inverted) matrix='-1 0 1 0 -1 1 0 0 1' ;;
  esac
  for device in $(xinput list --id-only 2>/dev/null | tr -dc '0-9\n'); do
    # shellcheck disable=SC2086 # nine numbers, nine arguments
    if xinput list-props "$device" 2>/dev/null | grep -q 'Coordinate Transformation Matrix' &&
      xinput list "$device" 2>/dev/null | grep -q 'XITouchClass\|Type: XITouch'; then
      xinput set-prop "$device" 'Coordinate Transformation Matrix' $matrix || true
    fi
  done
}

# Every card names its controls in its own way.
prepare_sound() {
  local control
  for control in Master PCM Speaker Headphone HDMI; do
    amixer -q sset "$control" "$VOLUME%" unmute 2>/dev/null || true
  done
}

# A line higher than the display: a window of exactly its size is made a point smaller by Chromium, for window managers.
size_for_window() {
  xrandr | awk -F 'current ' '/current/ { split($2, size, /[ ,]+/); print size[1] "," size[3] + 1; exit }'
}

start_browser() {
  local pipes
  pipes=$(mktemp -d)
  mkfifo "$pipes/to" "$pipes/from"
  exec 5<>"$pipes/to" 6<>"$pipes/from"
  rm -r "$pipes"
  mkdir -p "$PROFILE"
  "$here/browser.sh" "$PROFILE" "$wait_page" "$(size_for_window)" "${TOUCH:-}" 3<&5 4>&6 5>&- 6>&- &
  browser=$!
}

end_browser() {
  [[ -n $browser ]] || return 0
  kill "$browser" 2>/dev/null || true
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 "$browser" 2>/dev/null || break
    sleep 0.5
  done
  kill -KILL "$browser" 2>/dev/null || true
  wait "$browser" 2>/dev/null || true
  browser=''
}

alive() {
  [[ -z ${NOTIFY_SOCKET:-} ]] || systemd-notify "$@"
}

hub_answers() {
  curl -fsS -o /dev/null --max-time 3 "$HUB$PAGE" 2>/dev/null
}

# The hub's page while the hub is there or the page was reached; the waiting page otherwise. Fails when the browser hangs.
look_after() {
  local misses=0
  while kill -0 "$browser" 2>/dev/null; do
    alive WATCHDOG=1
    if ! ask_where "$PATIENCE"; then
      misses=$((misses + 1))
      ((misses < 3)) || return 1
      continue
    fi
    misses=0
    # Once there, the page itself comes back to a hub that was away.
    if [[ $where != "$HUB"/* ]]; then
      if hub_answers; then
        go_to "$HUB$PAGE" || true
      elif [[ $where != "$wait_page" ]]; then
        go_to "$wait_page" || true
      fi
    fi
    sleep "$EVERY"
  done
}

trap end_browser EXIT
trap 'exit 0' TERM INT HUP
prepare_display
prepare_sound
alive --ready
while true; do
  start_browser
  look_after || echo 'the browser does not answer: it is started again'
  end_browser
  sleep 1
done
