#!/bin/sh
# Install what is missing: system packages through apt, then .venv from the
# hashed requirement files. Does nothing, fast, where everything is there.
#   sh bootstrap.sh run     what the program needs
#   sh bootstrap.sh dev     what checking, testing and bundling need besides
set -eu
cd "$(dirname "$0")"
kind=${1:-run}

say() { printf '%s\n' "$*" >&2; }

find_python() {
    for name in python3.11 python3.12 python3.13 python3; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
}

missing_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    wanted=$(cat requirements/debian.txt)
    python=$(find_python)
    if [ -z "$python" ]; then
        wanted="$wanted python3 python3-venv"
    elif ! "$python" -c 'import ensurepip' 2>/dev/null; then
        wanted="$wanted $(basename "$(readlink -f "$python")")-venv"
    fi
    for package in $wanted; do
        # A package renamed by its distribution (libglib2.0-0t64) still provides the old name.
        dpkg-query -W -f '${Status} ${Package} ${Provides}\n' "$package" "${package}t64" 2>/dev/null |
            grep -q '^install ok installed' || printf '%s ' "$package"
    done
}

install_packages() {
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        as_root="sudo"
    else
        say "缺少系统软件包，当前用户无权安装。请让管理员执行："
        say "These system packages are missing and cannot be installed by this user. Ask an administrator to run:"
        say "    apt-get update && apt-get install -y --no-install-recommends $missing"
        exit 1
    fi
    say "安装系统软件包 / Installing system packages: $missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086 - a list of packages
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

install_python() {
    stamp=".venv/installed-$1"
    wanted=$(cat "requirements/$1.txt" | cksum)
    [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return 0
    [ -x .venv/bin/python ] || "$(find_python)" -m venv .venv
    say "安装程序库 / Installing libraries: requirements/$1.txt"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --require-hashes -r "requirements/$1.txt"
    printf '%s\n' "$wanted" >"$stamp"
}

[ -f ".venv/installed-$kind" ] || install_packages
install_python run
[ "$kind" = run ] || install_python "$kind"
