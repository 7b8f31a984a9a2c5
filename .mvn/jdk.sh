# Sourced by mvnw, under "set -euf", before it looks for the Maven it fetches itself.
#   1. Exports as JAVA_HOME a JDK of 21 or newer, or says in one line what to install.
#   2. Runs an installed Maven of 3.8.4 or newer. Without one, mvnw goes on and fetches its own.

# Asked for its version by step 2 below: then the installed "mvn" is this very script, and no Maven.
[ -z "${WEFT_MVNW_PROBE-}" ] || exit 1

# Called through a symbolic link, mvnw reads what lies beside its target.
if [ -L "$0" ]; then
  scriptDir="$(dirname "$(readlink -f "$0")")"
  scriptName=mvnw
fi

# weft_property KEY JAVA: one system property of that java, empty if it does not run.
weft_property() {
  "$2" -XshowSettings:properties -version 2>&1 </dev/null | tr -d '\r' | sed -n "s/^ *$1 = //p"
}

# weft_jdk_version HOME: 21 for a JDK 21, 0 for what is too old, has no compiler or does not run here.
weft_jdk_version() {
  if [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] &&
    ! grep -Eqs '^JAVA_VERSION="(1\.|9|1[0-9]|20)' "$1/release"; then
    weft_number="$(weft_property java.specification.version "$1/bin/java")"
    case "$weft_number" in
    2[1-9] | [3-9][0-9] | [1-9][0-9][0-9]) echo "$weft_number" && return ;;
    esac
  fi
  echo 0
}

# The newest JDK with long-term support (21, 25, 29, ...) in the usual places, else the newest.
weft_search_jdk() (
  set +f
  best_home='' best_rank=0
  for home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/*jdk* /opt/* /opt/*/* \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${HOME-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    rank="$(weft_jdk_version "$home")"
    [ $(((rank - 21) % 4)) -ne 0 ] || rank=$((rank + 1000))
    if [ "$rank" -gt "$best_rank" ]; then
      best_home="$home" best_rank="$rank"
    fi
  done
  printf %s "$best_home"
)

if [ -z "${JAVA_HOME-}" ] || [ "$(weft_jdk_version "$JAVA_HOME")" -eq 0 ]; then
  JAVA_HOME=''
  # Not the place of the java on the path but what it calls its home: it may be a link or a shim.
  if weft_java="$(command -v java)"; then
    JAVA_HOME="$(weft_property java.home "$weft_java")"
    case "$JAVA_HOME" in [A-Za-z]:*) JAVA_HOME="$(cygpath --unix "$JAVA_HOME")" ;; esac
  fi
  [ "$(weft_jdk_version "$JAVA_HOME")" -ne 0 ] || JAVA_HOME="$(weft_search_jdk)"
fi
[ -n "$JAVA_HOME" ] ||
  die "Weft needs a JDK of 21 or newer and found none: install one, for example Temurin 25 from https://adoptium.net, or set JAVA_HOME to one."
export JAVA_HOME
verbose "Using the JDK at $JAVA_HOME"

# Maven's own start-up files may put another JDK in its place: left out where that one will not do.
weft_rc_home="$(
  set +eu
  for rc in /usr/local/etc/mavenrc /etc/mavenrc "$HOME/.mavenrc"; do
    [ ! -f "$rc" ] || . "$rc" >/dev/null 2>&1 </dev/null
  done
  printf %s "$JAVA_HOME"
)" || :
[ "$weft_rc_home" = "$JAVA_HOME" ] || [ "$(weft_jdk_version "$weft_rc_home")" -ne 0 ] || export MAVEN_SKIP_RC=true

# What an installed Maven says of itself, a debugger or other options of this run left out.
if weft_mvn="$(command -v mvn)"; then
  weft_version="$(
    unset MAVEN_OPTS MAVEN_ARGS MAVEN_DEBUG_OPTS
    WEFT_MVNW_PROBE=1 "$weft_mvn" --version 2>/dev/null </dev/null |
      sed -n 's/.*Apache Maven \([0-9][0-9]*\)\.\([0-9][0-9]*\)\.\([0-9][0-9]*\).*/\1 * 1000000 + \2 * 1000 + \3/p' |
      head -n 1
  )" || :
  if [ "$((${weft_version:-0}))" -ge 3008004 ]; then
    verbose "Using the installed Maven at $weft_mvn"
    unset MVNW_VERBOSE MVNW_USERNAME MVNW_PASSWORD MVNW_REPOURL || :
    exec "$weft_mvn" "$@"
  fi
fi
