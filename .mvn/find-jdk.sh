# Finds a JDK 25 or newer and exports JAVA_HOME; sourced by ./mvnw and ./baton.
# Order: JAVA_HOME, the java on the PATH, then the directories where installers put JDKs.
baton_java_major() {
  [ -x "$1/bin/javac" ] || return 1
  "$1/bin/java" -version 2>&1 | sed -n 's/^[^"]*version "\([0-9]*\).*/\1/p' | head -n 1
}

baton_find_jdk() {
  baton_wanted=25
  baton_seen=""
  baton_path_java=$(command -v javac 2>/dev/null || true)
  baton_path_home=""
  if [ -n "$baton_path_java" ]; then
    baton_real=$(readlink -f "$baton_path_java" 2>/dev/null || echo "$baton_path_java")
    baton_path_home=$(dirname "$(dirname "$baton_real")")
  fi
  for baton_home in \
    "${JAVA_HOME:-}" "$baton_path_home" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$baton_home" ] && [ -d "$baton_home" ] || continue
    baton_major=$(baton_java_major "$baton_home") || continue
    [ -n "$baton_major" ] || continue
    if [ "$baton_major" -ge "$baton_wanted" ] 2>/dev/null; then
      JAVA_HOME=$baton_home
      export JAVA_HOME
      return 0
    fi
    baton_seen="$baton_seen  $baton_home (Java $baton_major)
"
  done
  {
    echo "Baton needs a JDK $baton_wanted or newer and found none."
    [ -z "$baton_seen" ] || printf 'Too old:\n%s' "$baton_seen"
    echo "Install one (for instance Temurin $baton_wanted) or point JAVA_HOME at it, then try again."
  } >&2
  return 1
}
