# shellcheck shell=bash
# The container image of the in-cluster resolver: dnsmasq and its libraries, laid into the storage of the
# root's docker-registry as that program keeps it, so that no push is needed when the lab starts.

IMAGE_NAME=infra/resolver
IMAGE_TAG=1

image_make() {
    local root=$1 work layer config manifest
    work=$(mktemp -d "$LAB_CACHE/building.XXXXXX")
    image_files "$root" "$work/files" || return 1
    tar --sort=name --mtime=@0 --owner=0 --group=0 -C "$work/files" -cf "$work/layer.tar" . || return 1
    layer=$(image_sum "$work/layer.tar")
    image_config "$layer" >"$work/config.json"
    config=$(image_sum "$work/config.json")
    image_manifest "$work" "$layer" "$config" >"$work/manifest.json"
    manifest=$(image_sum "$work/manifest.json")
    image_store "$root/var/lib/docker-registry/docker/registry/v2" "$work" "$layer" "$config" "$manifest" || return 1
    chroot "$root" chown -R docker-registry: /var/lib/docker-registry || return 1
    rm -rf "$work"
}

image_sum() { sha256sum "$1" | cut -d' ' -f1; }

image_files() {
    local root=$1 to=$2 library
    mkdir -p "$to"/{usr/sbin,etc,tmp,run,var/lib/misc,proc,sys,dev}
    cp "$root/usr/sbin/dnsmasq" "$to/usr/sbin/"
    chroot "$root" ldd /usr/sbin/dnsmasq | grep -o '/lib[^ ]*' | while read -r library; do
        mkdir -p "$to${library%/*}"
        chroot "$root" cat "$library" >"$to$library"
        chmod 755 "$to$library"
    done
    echo 'root:x:0:0::/:/bin/sh' >"$to/etc/passwd"
    echo 'root:x:0:' >"$to/etc/group"
}

image_config() {
    cat <<EOF
{"architecture":"amd64","os":"linux","config":{"Entrypoint":["/usr/sbin/dnsmasq","--keep-in-foreground","--user=root","--group=root","--no-resolv","--no-hosts","--bind-dynamic","--listen-address=10.77.0.53","--server=10.77.0.60","--pid-file=","--log-facility=-"]},"rootfs":{"type":"layers","diff_ids":["sha256:$1"]}}
EOF
}

image_manifest() {
    local media=application/vnd.docker
    printf '{"schemaVersion":2,"mediaType":"%s.distribution.manifest.v2+json",' "$media"
    printf '"config":{"mediaType":"%s.container.image.v1+json","size":%s,"digest":"sha256:%s"},' "$media" "$(stat -c %s "$1/config.json")" "$3"
    printf '"layers":[{"mediaType":"%s.image.rootfs.diff.tar","size":%s,"digest":"sha256:%s"}]}' "$media" "$(stat -c %s "$1/layer.tar")" "$2"
}

# Blobs by hash, and links that say which belong to the repository and which manifest the tag names.
image_store() {
    local store=$1 work=$2 layer=$3 config=$4 manifest=$5
    local repository=$store/repositories/$IMAGE_NAME
    local tag=$repository/_manifests/tags/$IMAGE_TAG
    image_blob "$store" "$work/layer.tar" "$layer"
    image_blob "$store" "$work/config.json" "$config"
    image_blob "$store" "$work/manifest.json" "$manifest"
    image_link "$repository/_layers/sha256/$layer" "$layer"
    image_link "$repository/_layers/sha256/$config" "$config"
    image_link "$repository/_manifests/revisions/sha256/$manifest" "$manifest"
    image_link "$tag/current" "$manifest"
    image_link "$tag/index/sha256/$manifest" "$manifest"
}

image_blob() {
    mkdir -p "$1/blobs/sha256/${3:0:2}/$3"
    cp "$2" "$1/blobs/sha256/${3:0:2}/$3/data"
}

image_link() {
    mkdir -p "$1"
    printf 'sha256:%s' "$2" >"$1/link"
}
