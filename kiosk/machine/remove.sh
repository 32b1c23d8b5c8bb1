#!/usr/bin/env bash
# Takes away what set-up.sh made; the packages, and the account with its pairing, stay unless --user is said too.
#   sudo ./remove.sh [--user loket-screen] [--root FOLDER]
set -euo pipefail

user='' root=''
while (($# > 0)); do
  case $1 in
    --user | --root)
      (($# > 1)) || { echo "remove.sh: $1 wants a value" >&2 && exit 2; }
      declare "${1#--}=$2"
      shift
      ;;
    *) echo "remove.sh: what is $1?" >&2 && exit 2 ;;
  esac
  shift
done
[[ -z $user || $user =~ ^[a-z_][a-z0-9_-]{0,31}$ && $user != root ]] ||
  { echo 'remove.sh: --user must be an account such as loket-screen' >&2 && exit 2; }
if [[ -z $root && $(id -u) -ne 0 ]]; then
  echo 'remove.sh: run it as root: sudo ./remove.sh' >&2
  exit 2
fi

before=$(sed -n "s/^BEFORE='\([a-z.-]*\)'$/\1/p" "$root/etc/loket-screen.conf" 2>/dev/null || true)
if [[ -z $root ]]; then
  systemctl disable --quiet --now loket-screen-renew.timer 2>/dev/null || true
  systemctl disable --quiet --now loket-screen.service 2>/dev/null || true
fi
rm -rf "$root/usr/lib/loket-screen" "$root/usr/share/loket-screen"
rm -f "$root/etc/loket-screen.conf" "$root/etc/chromium/policies/managed/loket-screen.json" \
  "$root"/etc/systemd/system/loket-screen.service "$root"/etc/systemd/system/loket-screen-renew.{service,timer} \
  "$root/etc/systemd/system.conf.d/loket-screen.conf" "$root/etc/systemd/journald.conf.d/loket-screen.conf"
if grep -qs "Loket's set-up.sh" "$root/etc/asound.conf"; then rm "$root/etc/asound.conf"; fi
if [[ -z $root ]]; then
  systemctl daemon-reload
  [[ -z $before ]] || systemctl set-default --quiet "$before"
  systemctl start getty@tty1.service || true
  if [[ -n $user ]] && getent passwd "$user" >/dev/null; then userdel --remove "$user"; fi
fi
echo 'The screen is taken away.'
