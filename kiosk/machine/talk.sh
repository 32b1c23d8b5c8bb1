#!/usr/bin/env bash
# How the watcher speaks with the browser: messages of Chromium's DevTools protocol, each ended by a zero byte.
# To be sourced. Descriptor 5 goes to the browser, 6 comes from it.

asked=0
answer=''
session=''
# Read by the screen that this is sourced by.
export where=''

# ask SECONDS MESSAGE-WITHOUT-ID: the answer is in $answer; fails when none came in time.
ask() {
  local seconds=$1 message=$2 id line until
  asked=$((asked + 1)) id=$asked answer=''
  printf '{"id":%d,%s}\0' "$id" "$message" >&5
  until=$((SECONDS + seconds))
  while ((SECONDS < until)); do
    IFS= read -r -d '' -t "$seconds" -u 6 line || return 1
    if [[ $line == "{\"id\":$id,"* ]]; then
      answer=$line
      return 0
    fi
  done
  return 1
}

# The page's session is in $session.
attach() {
  session=''
  ask "$1" '"method":"Target.getTargets"' || return 1
  [[ $answer =~ \"targetId\":\"([0-9A-F]+)\",\"type\":\"page\" ]] || return 1
  ask "$1" "\"method\":\"Target.attachToTarget\",\"params\":{\"targetId\":\"${BASH_REMATCH[1]}\",\"flatten\":true}" || return 1
  [[ $answer =~ \"sessionId\":\"([0-9A-F]+)\" ]] || return 1
  session=${BASH_REMATCH[1]}
}

detach() {
  ask 5 "\"method\":\"Target.detachFromTarget\",\"params\":{\"sessionId\":\"$session\"}" || true
}

# Where the page is, in $where, as the page itself says: one that hangs says nothing, an error page is none of the hub's.
ask_where() {
  where=''
  attach "$1" || return 1
  local found=1
  if ask "$1" "\"sessionId\":\"$session\",\"method\":\"Runtime.evaluate\",\"params\":{\"expression\":\"location.href\"}" &&
    [[ $answer =~ \"value\":\"([^\"]*)\" ]]; then
    where=${BASH_REMATCH[1]} found=0
  fi
  detach
  return "$found"
}

# go_to ADDRESS
go_to() {
  attach 10 || return 1
  ask 20 "\"sessionId\":\"$session\",\"method\":\"Page.navigate\",\"params\":{\"url\":\"$1\"}" || true
  detach
}
