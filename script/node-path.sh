# Read by the other scripts: the checkout's folder, the right Node first on PATH, and plain words for the terminal.

# A data folder is where the caller says it is, wherever the scripts go from here.
case ${FRANKPLEDGE_DATA:-} in
  '' | /*) ;;
  *) export FRANKPLEDGE_DATA="$PWD/$FRANKPLEDGE_DATA" ;;
esac

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root"

# The Node that is brought when the machine's own is missing or older than NODE_MAJOR.
NODE_VERSION=24.21.0
NODE_MAJOR=24

say() { printf "%s\n" "$@"; }

fail() {
  { echo; say "$@"; } >&2
  exit 1
}

# True when the `node` on PATH runs and is new enough.
node_is_new_enough() {
  local major
  major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null) && [ "$major" -ge "$NODE_MAJOR" ]
}

# npm keeps the machine's settings (a registry, a certificate) beside the Node that runs it: keep to those of the machine.
if [ -z "${npm_config_globalconfig:-}" ] && command -v npm >/dev/null; then
  npm_prefix=$(dirname "$(dirname "$(command -v node || echo /usr/bin/node)")")
  if [ -f "$npm_prefix/etc/npmrc" ]; then export npm_config_globalconfig="$npm_prefix/etc/npmrc"; fi
fi

if [ -x "$root/.node/bin/node" ]; then PATH="$root/.node/bin:$PATH"; fi
export PATH
