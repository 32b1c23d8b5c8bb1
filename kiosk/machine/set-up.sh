#!/usr/bin/env bash
# Makes a Debian machine (12 or 13) a screen of the hub: it starts by itself, shows one page, sounds without a touch.
# It may be run again at any time, with other options too. README.md beside it says what it does; remove.sh undoes it.
set -euo pipefail

usage() {
  cat <<'USAGE'
sudo ./set-up.sh --hub http://loket.local:8080 --page '/display/?zone=hall' [options]

  --hub ADDRESS      where the hub is: http://NAME[:PORT] or https://NAME[:PORT]
  --page PATH        what is shown there: /display/, '/display/counter.html?n=3', /display/door.html, /kiosk/ …
  --pair             shows a code to sign the screen in at the supervisor's page, until somebody did
  --rotate WHERE     a display that hangs upright: left, right or inverted
  --touch            people touch it: Chromium is told so (without it, touch still works with most panels)
  --pointer          the arrow of a mouse is shown
  --volume PERCENT   of the sound, 80 unless told otherwise
  --sound DEVICE     the sound card as `aplay -L` names it, such as hdmi:CARD=PCH,DEV=0
  --chinese          fonts for Chinese
  --nightly HH:MM    the screen is begun anew at this time of each night
  --user NAME        the account that it runs as, loket-screen unless told otherwise
  --root FOLDER      writes the files below this folder and does nothing else
  --dry-run          says what it would do, and does nothing
USAGE
}

wrong() {
  echo "set-up.sh: $1" >&2
  exit 2
}

hub='' page='' rotate=normal touch='' pointer='' pair='' volume=80 sound='' chinese='' nightly='' user=loket-screen root='' dry=''
while (($# > 0)); do
  case $1 in
    --touch | --pointer | --chinese | --pair) declare "${1#--}=yes" ;;
    --dry-run) dry=yes ;;
    --help | -h) usage && exit 0 ;;
    --hub | --page | --rotate | --volume | --sound | --nightly | --user | --root)
      (($# > 1)) || wrong "$1 wants a value"
      declare "${1#--}=$2"
      shift
      ;;
    *) wrong "what is $1? ./set-up.sh --help says what there is" ;;
  esac
  shift
done

hub=${hub%/}
[[ $hub =~ ^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$ ]] || wrong '--hub must be an address such as http://loket.local:8080'
[[ $page =~ ^/[A-Za-z0-9/._~?=\&%-]*$ ]] || wrong "--page must be a path such as '/display/?zone=hall'"
[[ $rotate =~ ^(normal|left|right|inverted)$ ]] || wrong '--rotate must be left, right or inverted'
[[ $volume =~ ^([0-9]|[1-9][0-9]|100)$ ]] || wrong '--volume must be a number from 0 to 100'
[[ $sound =~ ^[A-Za-z0-9:=,._-]*$ ]] || wrong '--sound must be a device as aplay -L names it'
[[ -z $nightly || $nightly =~ ^([01][0-9]|2[0-3]):[0-5][0-9]$ ]] || wrong '--nightly must be a time such as 03:30'
[[ $user =~ ^[a-z_][a-z0-9_-]{0,31}$ && $user != root ]] || wrong '--user must be an account such as loket-screen'

[[ -z $pair ]] || page="$page#pair"

here=$(dirname "$(readlink -f "$0")")
packages=(chromium xserver-xorg-core xserver-xorg-video-all xserver-xorg-input-libinput xinit x11-xserver-utils xinput
  alsa-utils curl fonts-noto-core systemd-timesyncd)
[[ -z $chinese ]] || packages+=(fonts-noto-cjk)

# What the machine started into before it was a screen; remove.sh goes back to it.
before=''
if [[ -z $root && -f /etc/loket-screen.conf ]]; then
  before=$(sed -n "s/^BEFORE='\([a-z.-]*\)'$/\1/p" /etc/loket-screen.conf)
elif [[ -z $root && -z $dry ]]; then
  before=$(systemctl get-default || true)
fi

# With --root the files alone: nothing of this machine is touched.
do_it() {
  if [[ -n $dry ]]; then
    echo "would run: $*"
  elif [[ -z $root ]]; then
    "$@"
  fi
}

# put MODE FILE: what comes in is the file's content.
put() {
  local mode=$1 file=$2
  if [[ -n $dry ]]; then
    cat >/dev/null
    echo "would write: $file"
    return
  fi
  mkdir -p "$(dirname "$root$file")"
  cat >"$root$file.new"
  chmod "$mode" "$root$file.new"
  mv "$root$file.new" "$root$file"
}

write_settings() {
  put 644 /etc/loket-screen.conf <<CONF
# Written by set-up.sh; run it again to change something.
HUB='$hub'
PAGE='$page'
ROTATE='$rotate'
VOLUME='$volume'
TOUCH='$touch'
BEFORE='$before'
CONF
  "$here/policy.sh" "$hub" | put 644 /etc/chromium/policies/managed/loket-screen.json
  if [[ -n $sound ]]; then
    put 644 /etc/asound.conf <<SOUND
# Written by Loket's set-up.sh: the card that everything sounds on.
pcm.!default { type plug slave.pcm "$sound" }
SOUND
  elif [[ -z $dry ]] && grep -qs "Loket's set-up.sh" "$root/etc/asound.conf"; then
    rm "$root/etc/asound.conf"
  fi
}

write_programs() {
  local file
  for file in screen.sh browser.sh talk.sh; do put 755 "/usr/lib/loket-screen/$file" <"$here/$file"; done
  for file in wait.html wait.css README.md; do put 644 "/usr/share/loket-screen/$file" <"$here/$file"; done
}

write_units() {
  local cursor=' -nocursor' units=/etc/systemd/system
  [[ -z $pointer ]] || cursor=''
  sed -e "s/@USER@/$user/" -e "s/@CURSOR@/$cursor/" "$here/loket-screen.service" | put 644 $units/loket-screen.service
  if [[ -n $nightly ]]; then
    put 644 $units/loket-screen-renew.service <"$here/loket-screen-renew.service"
    sed "s/@TIME@/$nightly/" "$here/loket-screen-renew.timer" | put 644 $units/loket-screen-renew.timer
  elif [[ -z $dry ]]; then
    do_it systemctl disable --quiet --now loket-screen-renew.timer 2>/dev/null || true
    rm -f "$root$units"/loket-screen-renew.{service,timer}
  fi
  # A machine that hangs is begun anew by its own hardware, where it has a watchdog.
  put 644 /etc/systemd/system.conf.d/loket-screen.conf <<'CONF'
[Manager]
RuntimeWatchdogSec=30s
RebootWatchdogSec=5min
CONF
  put 644 /etc/systemd/journald.conf.d/loket-screen.conf <<'CONF'
[Journal]
SystemMaxUse=50M
CONF
}

make_user() {
  local group
  if ! getent passwd "$user" >/dev/null; then
    do_it useradd --system --create-home --home-dir "/var/lib/$user" --shell /usr/sbin/nologin \
      --comment 'Screen of Loket' "$user"
  fi
  for group in audio video input render; do
    if getent group "$group" >/dev/null; then do_it usermod --append --groups "$group" "$user"; fi
  done
}

if [[ -z $root && -z $dry && $(id -u) -ne 0 ]]; then wrong 'run it as root: sudo ./set-up.sh …'; fi
export DEBIAN_FRONTEND=noninteractive
do_it apt-get update -qq
do_it apt-get install -qq -y --no-install-recommends "${packages[@]}"
make_user
write_settings
write_programs
write_units
do_it systemctl daemon-reload
do_it timedatectl set-ntp true
do_it systemctl set-default --quiet multi-user.target
do_it systemctl enable --quiet loket-screen.service
if [[ -n $nightly ]]; then do_it systemctl enable --quiet --now loket-screen-renew.timer; fi
do_it systemctl restart loket-screen.service
echo "This machine shows $hub$page${root:+ (files below $root)}."
