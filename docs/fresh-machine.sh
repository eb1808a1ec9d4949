#!/bin/sh
# Try the README's two commands on a Debian 12 root that has nothing else:
#   sudo sh docs/fresh-machine.sh /tmp/fresh      (needs debootstrap)
# It makes the root, clones this project's HEAD into it and runs
# make demo (twice: the second start is timed), make check and make test there.
set -eu
root=${1:?the folder of the new root}
here=$(cd "$(dirname "$0")/.." && pwd)

[ -x "$root/usr/bin/make" ] ||
    debootstrap --variant=minbase --include=python3,make,git,ca-certificates bookworm "$root"
cp /etc/resolv.conf "$root/etc/"
for folder in proc dev; do
    mountpoint -q "$root/$folder" || mount --bind "/$folder" "$root/$folder"
done
trap 'umount "$root/proc" "$root/dev"' EXIT
rm -rf "$root/root/project"
git clone -q "$here" "$root/root/project"
chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin ${PIP_CERT:+PIP_CERT=$PIP_CERT} \
    sh -c 'cd /root/project && make demo && ls demo/screens && time make demo && make check && make test'
