# What bench/real_text and bench/ablations share; read by them with `source`, after `usage`, `minutes` and `home` are set.
#
# Afterwards: the corpus in $corpus, $minutes, $PYTHON, what is left of the arguments in "${peer_options[@]}", the program
# built, and an empty $home: a model that is up to date would not be trained again.

[[ $# -gt 0 && -e $1 && (${2:-} != --minutes || -n ${3:-}) ]] || { echo "$usage" >&2; exit 2; }
corpus=$(realpath "$1")
shift
if [[ ${1:-} == --minutes ]]; then
    minutes=$2
    shift 2
fi
peer_options=("$@")
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}

cargo build --release --locked -q -p gensen
if ! "$PYTHON" -c 'import torch, numpy' 2>/dev/null; then
    echo "torch or numpy is missing: python3 -m venv .venv && .venv/bin/pip install torch numpy, then PYTHON=.venv/bin/python $0" >&2
    exit 1
fi
rm -rf "$home"
mkdir -p "$home"

# train NAME KEY=VALUE...: the recipe with these settings, without a pause; the validation at the end covers every
# held-out document. Its manifests go into NAME.json.
train() {
    local name=$1 setting settings=()
    shift
    for setting in pretrain.validation_tokens=1000000000 pretrain.validate_every=0 pretrain.sample_every=0 "$@"; do
        settings+=(--set "$setting")
    done
    target/release/gensen --home "$home/store" --json train recipes/real-ja-en.toml --corpus "$corpus" \
        "${settings[@]}" >"$home/$name.json"
}

# peer MODEL: the peer for the same minutes on the same shards, in the size of MODEL.
peer() {
    "$PYTHON" bench/peers/pytorch_real_text.py --shards "$home"/store/real-shards@* --like "$1" \
        --minutes "$minutes" --compile "${peer_options[@]}" >"$home/peer.json"
}
